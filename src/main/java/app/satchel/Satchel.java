package app.satchel;

/** Starts the window, or the command line when there are arguments. */
public final class Satchel {
  private Satchel() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
