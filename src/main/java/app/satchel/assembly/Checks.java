package app.satchel.assembly;

import app.satchel.check.Inspector;
import app.satchel.check.requirement.Computer;
import app.satchel.check.requirement.Host;
import app.satchel.check.requirement.RequirementReader;
import app.satchel.check.requirement.Sandbox;
import app.satchel.check.upload.UploadCheck;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The checks, and the upload rules that they go by. Whoever changes the rules forgets what it made
 * of the checks before. Thread-safe.
 */
final class Checks {
  private final Path ownRules;
  private final Lazy<RulesInForce> rules;
  private final Lazy<UploadCheck> upload;
  private final Lazy<Computer> computer;
  private final Lazy<Inspector> inspector;
  private final Map<String, Host> sandboxes = new ConcurrentHashMap<>();

  /**
   * @param ownRules where newer rules lie that the person has put there
   */
  Checks(AssemblyOptions options, Path ownRules) {
    this.ownRules = ownRules;
    rules = new Lazy<>(() -> RulesInForce.load(ownRules));
    upload = new Lazy<>(() -> new UploadCheck(rules.get().rules()));
    computer = new Lazy<>(() -> Computer.here(options.environment(), options.window()));
    inspector =
        new Lazy<>(
            () ->
                new Inspector(
                    upload.get(), new RequirementReader(), computer.get(), this::sandbox));
  }

  /** As {@link Assembly#rules}. */
  RulesInForce rules() {
    return rules.get();
  }

  /** As {@link Assembly#useRules}. */
  void useRules(Path file) {
    changed(RulesInForce.keep(file, ownRules));
  }

  /** As {@link Assembly#useBuiltInRules}. */
  void useBuiltInRules() {
    changed(RulesInForce.forget(ownRules));
  }

  private void changed(RulesInForce now) {
    rules.put(now);
    upload.forget();
    inspector.forget();
    sandboxes.clear();
  }

  UploadCheck upload() {
    return upload.get();
  }

  /** As {@link Assembly#computer}. */
  Computer computer() {
    return computer.get();
  }

  /** What runs a skill that is uploaded to a target; remembered, because reading its data costs. */
  private Host sandbox(String target) {
    return sandboxes.computeIfAbsent(
        target, id -> Sandbox.of(id, rules.get().rules().forTarget(id).targetName()));
  }

  /** As {@link Assembly#inspector()}. */
  Inspector inspector() {
    return inspector.get();
  }

  /** As {@link Assembly#inspector(String)}. */
  Inspector inspector(String host) {
    Inspector here = inspector.get();
    return host.equals(Host.COMPUTER) ? here : here.forTarget(host);
  }
}
