package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.SandboxData.Inventory;
import app.satchel.check.requirement.SandboxData.Network;
import app.satchel.check.requirement.SandboxData.Profile;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The sandbox in which a product runs the skills that are uploaded to it, as far as it has been
 * described. Nothing is run and nobody is asked; what the description does not say cannot be told.
 * Versions are what was measured on a day and may be newer now, so they can say yes and never no.
 */
public final class Sandbox implements Host {
  private final String id;
  private final String product;
  private final Profile profile;
  private final Vocabulary vocabulary;
  private final Words words = Words.of(Sandbox.class);
  private final String name;

  private Sandbox(String id, String product, Profile profile, Vocabulary vocabulary) {
    this.id = Objects.requireNonNull(id);
    this.product = Objects.requireNonNull(product);
    this.profile = profile;
    this.vocabulary = vocabulary;
    this.name = profile == null ? product : profile.name();
  }

  /**
   * The sandbox of an upload target; one that nobody has described cannot tell anything.
   *
   * @param target the target's id, as {@code claude-ai}
   * @param product the product as people call it
   */
  public static Sandbox of(String target, String product) {
    Profile profile = SandboxData.load().profile(target).orElse(null);
    return new Sandbox(target, product, profile, Vocabulary.load());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<CheckedRequirement> check(
      List<Requirement> requirements,
      Cancellation cancellation,
      BiConsumer<Integer, CheckedRequirement> onAnswer) {
    cancellation.throwIfCancelled();
    List<CheckedRequirement> answers = new ArrayList<>();
    for (Requirement requirement : requirements) {
      CheckedRequirement answer =
          profile == null
              ? unknown(requirement, null, "undescribed", product)
              : answer(requirement, requirements);
      onAnswer.accept(answers.size(), answer);
      answers.add(answer);
    }
    return List.copyOf(answers);
  }

  private CheckedRequirement answer(Requirement requirement, List<Requirement> all) {
    return switch (requirement.kind()) {
      case RUNTIME, TOOL -> program(requirement);
      case PACKAGE -> packaged(requirement, all);
      case OS -> system(requirement, all);
      case AGENT -> agent(requirement, all);
      case NETWORK -> network(requirement);
      case HARDWARE -> hardware(requirement);
      case CREDENTIAL -> unknown(requirement, null, "credential", name);
      case SERVICE -> unknown(requirement, null, "service", name);
      case MCP -> unknown(requirement, null, "mcp", product);
      case SKILL -> unknown(requirement, null, "skill");
    };
  }

  private CheckedRequirement unknown(
      Requirement requirement, String found, String reason, Object... details) {
    return CheckedRequirement.unknown(
        requirement, found, words.text("sandbox.reason." + reason, details));
  }

  private CheckedRequirement program(Requirement requirement) {
    for (Inventory inventory : profile.inventories()) {
      String version = inventory.programs().get(requirement.name());
      if (version != null) {
        return there(requirement, version, inventory);
      }
      if (inventory.absent().contains(requirement.name())) {
        String found = words.text("sandbox.not-there-then", name, day(inventory));
        return new CheckedRequirement(requirement, Status.MISSING, found);
      }
    }
    return unknown(requirement, null, "program", name);
  }

  /** Something of an inventory, in a version that is empty when it is not known. */
  private CheckedRequirement there(Requirement requirement, String version, Inventory inventory) {
    String found =
        version.isEmpty()
            ? words.text("sandbox.there", name, day(inventory))
            : words.text("sandbox.version", version, name, day(inventory));
    boolean fits = VersionConstraint.satisfied(version, requirement.version()).orElse(false);
    return fits
        ? new CheckedRequirement(requirement, Status.MET, found)
        : unknown(requirement, found, "version");
  }

  private static String day(Inventory inventory) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy").format(inventory.date());
  }

  private CheckedRequirement packaged(Requirement requirement, List<Requirement> all) {
    Set<String> ecosystems = vocabulary.ecosystems(requirement.name(), all);
    List<String> names = vocabulary.packageNames(requirement.name());
    for (Inventory inventory : profile.inventories()) {
      for (String ecosystem : ecosystems) {
        Map<String, String> known = inventory.packages().getOrDefault(ecosystem, Map.of());
        for (String alias : names) {
          if (known.containsKey(alias)) {
            return there(requirement, known.get(alias), inventory);
          }
        }
      }
    }
    boolean installable = ecosystems.stream().anyMatch(profile.installs()::contains);
    return unknown(requirement, null, installable ? "package" : "unknown-package", name);
  }

  private CheckedRequirement system(Requirement requirement, List<Requirement> all) {
    boolean distribution =
        Distributions.is(requirement.name())
            && profile.system().equals("linux")
            && requirement.level() != Level.EXCLUDED;
    boolean here = distribution || requirement.name().equals(profile.system());
    Status status = Systems.status(requirement, here, profile.system(), all);
    String found = words.text("sandbox.system", profile.systemName());
    boolean open = here && requirement.version() != null && requirement.level() != Level.EXCLUDED;
    return open
        ? unknown(requirement, found, "version")
        : new CheckedRequirement(requirement, status, found);
  }

  /** Another product cannot run the skill here; of alternatives this one is enough. */
  private CheckedRequirement agent(Requirement requirement, List<Requirement> all) {
    boolean here = profile.agents().contains(requirement.name());
    boolean otherFits =
        requirement.anyOf() != null
            && all.stream()
                .filter(other -> requirement.anyOf().equals(other.anyOf()))
                .anyMatch(other -> profile.agents().contains(other.name()));
    Status status = here ? Status.MET : otherFits ? Status.NOT_APPLICABLE : Status.MISSING;
    return new CheckedRequirement(requirement, status, words.text("sandbox.agent", product));
  }

  private CheckedRequirement network(Requirement requirement) {
    return profile.network() == Network.DEPENDS
        ? unknown(requirement, null, "network.depends", product)
        : answered(requirement, profile.network() == Network.ALWAYS);
  }

  private CheckedRequirement hardware(Requirement requirement) {
    Boolean known = profile.hardware().get(requirement.name());
    return known == null
        ? unknown(requirement, null, "hardware", name)
        : answered(requirement, known);
  }

  /** An answer that the product's own documentation gives. */
  private CheckedRequirement answered(Requirement requirement, boolean there) {
    return new CheckedRequirement(
        requirement,
        there ? Status.MET : Status.MISSING,
        words.text(there ? "sandbox.given" : "sandbox.not-there", name));
  }
}
