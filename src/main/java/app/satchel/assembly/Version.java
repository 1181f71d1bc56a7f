package app.satchel.assembly;

/** Satchel's own version. */
public final class Version {
  private Version() {}

  /** As in the jar's manifest; {@code development} when it does not run from its jar. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
