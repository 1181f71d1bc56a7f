package app.satchel.cli;

import app.satchel.check.Finding;
import app.satchel.check.Inspection;
import app.satchel.check.Severity;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.cli.Terminal.Tone;
import java.util.ArrayList;
import java.util.List;

/** An inspection in words: the four answers, each with what it rests on. */
final class InspectionText {
  private static final int WIDTH = 96;

  private final Session session;
  private final Terminal terminal;

  InspectionText(Session session) {
    this.session = session;
    this.terminal = session.terminal();
  }

  void show(String name, String where, Inspection inspection) {
    terminal.line(
        terminal.in(Tone.STRONG, terminal.cut(name, 60))
            + "  "
            + terminal.in(Tone.QUIET, Terminal.clean(where)));
    upload(inspection);
    requirements(inspection.requirements());
    dependencies(inspection.dependencies());
    review(inspection.review());
    terminal.line();
  }

  void upload(Inspection inspection) {
    Repair repaired = inspection.repaired();
    if (inspection.upload().accepted()) {
      verdict(Tone.GOOD, session.text("check.accepted"));
    } else if (repaired.report().accepted()) {
      verdict(Tone.WARNING, session.text("check.repairable", repaired.changes().size()));
    } else if (!repaired.proposals().isEmpty()) {
      verdict(Tone.BAD, session.text("check.refused-proposals", repaired.proposals().size()));
    } else {
      verdict(Tone.BAD, session.text("check.refused"));
    }
    findings(inspection.upload().findings());
    changes(repaired.changes());
  }

  void findings(List<Finding> findings) {
    for (Finding finding : findings) {
      Tone tone =
          finding.severity() == Severity.ERROR
              ? Tone.BAD
              : finding.severity() == Severity.WARNING ? Tone.WARNING : Tone.QUIET;
      String place =
          finding.file() == null
              ? ""
              : finding.file() + (finding.line() == null ? "" : ":" + finding.line()) + "  ";
      block("    " + terminal.sign(tone) + " ", place + finding.message());
      if (finding.fix() != null) {
        block("      ", finding.fix());
      }
      terminal.line("      " + terminal.in(Tone.QUIET, finding.rule()));
    }
  }

  void changes(List<Change> changes) {
    for (Change change : changes) {
      block("    " + terminal.sign(Tone.GOOD) + " ", session.text("check.change", change.why()));
    }
  }

  void requirements(List<CheckedRequirement> requirements) {
    if (requirements.isEmpty()) {
      return;
    }
    verdict(Tone.QUIET, session.text("check.needs"));
    List<List<String>> rows = new ArrayList<>();
    for (CheckedRequirement one : requirements) {
      Tone tone =
          switch (one.status()) {
            case MET -> Tone.GOOD;
            case MISSING, OUTDATED -> Tone.BAD;
            case UNKNOWN, NOT_APPLICABLE -> Tone.QUIET;
          };
      String version = one.requirement().version() == null ? "" : " " + one.requirement().version();
      rows.add(
          List.of(
              "    "
                  + terminal.sign(tone)
                  + " "
                  + terminal.cut(one.requirement().name() + version, 40),
              session.text("requirement." + one.status().word()),
              one.found() == null
                  ? session.text("level." + one.requirement().level().word())
                  : terminal.cut(one.found(), 50)));
    }
    terminal.table(rows);
  }

  void dependencies(List<Dependency> dependencies) {
    if (dependencies.isEmpty()) {
      return;
    }
    verdict(Tone.QUIET, session.text("check.skills"));
    List<List<String>> rows = new ArrayList<>();
    for (Dependency one : dependencies) {
      Tone tone =
          switch (one.status()) {
            case INCLUDED, INSTALLED, AVAILABLE -> Tone.GOOD;
            case RENAMED, AMBIGUOUS -> Tone.WARNING;
            case MISSING -> one.needed() ? Tone.BAD : Tone.QUIET;
          };
      rows.add(
          List.of(
              "    " + terminal.sign(tone) + " " + terminal.cut(one.name(), 40),
              session.text("dependency." + one.status().word()),
              one.namespace() == null ? "" : Terminal.clean(one.namespace().toString())));
    }
    terminal.table(rows);
  }

  void review(List<Finding> review) {
    if (!review.isEmpty()) {
      verdict(Tone.QUIET, session.text("check.review"));
      findings(review);
    }
  }

  private void verdict(Tone tone, String text) {
    terminal.line("  " + terminal.sign(tone) + " " + text);
  }

  private void block(String first, String text) {
    String indent = " ".repeat(first.length() - first.stripLeading().length() + 2);
    boolean head = true;
    for (String line : Terminal.wrap(text, WIDTH)) {
      terminal.line((head ? first : indent) + line);
      head = false;
    }
  }
}
