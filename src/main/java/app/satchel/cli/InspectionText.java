package app.satchel.cli;

import app.satchel.check.Finding;
import app.satchel.check.Inspection;
import app.satchel.check.Severity;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Host;
import app.satchel.check.requirement.VersionPhrase;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.cli.Terminal.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** An inspection in words: the four answers, each with what it rests on. */
final class InspectionText {
  private static final int WIDTH = 96;
  private static final int LONGEST = 500;

  private final Session session;
  private final Terminal terminal;
  private final String there;
  private final String host;

  /**
   * @param target id of the place whose upload rules the inspection went by
   */
  InspectionText(Session session, String target) {
    this(session, target, Host.COMPUTER);
  }

  /**
   * @param host id of what would run the skill: {@link Host#COMPUTER} or a target
   */
  InspectionText(Session session, String target, String host) {
    this.session = session;
    this.host =
        host.equals(Host.COMPUTER)
            ? session.text("host.computer")
            : session.text("host.target", Targets.name(session, host));
    this.there = Targets.name(session, target);
    this.terminal = session.terminal();
  }

  /**
   * @param where where the skill is, to stand beside its name
   * @param place what to call a file of the skill, or the skill itself when given null
   */
  void show(String name, String where, UnaryOperator<String> place, Inspection inspection) {
    terminal.line(
        terminal.in(Tone.STRONG, terminal.cut(name, 60))
            + "  "
            + terminal.in(Tone.QUIET, Terminal.clean(where)));
    upload(inspection, place);
    requirements("check.needs", inspection.requirements().declared());
    requirements("check.mentioned", inspection.requirements().mentioned());
    dependencies(inspection.dependencies());
    review(inspection.review(), place);
    terminal.line();
  }

  private void upload(Inspection inspection, UnaryOperator<String> place) {
    Repair repaired = inspection.repaired();
    if (inspection.upload().accepted()) {
      verdict(Tone.GOOD, session.text("check.accepted", there));
    } else if (repaired.report().accepted()) {
      verdict(Tone.WARNING, session.text("check.repairable", there, repaired.changes().size()));
    } else if (!repaired.proposals().isEmpty()) {
      verdict(
          Tone.BAD, session.text("check.refused-proposals", there, repaired.proposals().size()));
    } else {
      verdict(Tone.BAD, session.text("check.refused", there));
    }
    findings(inspection.upload().findings(), place);
    changes(repaired.changes());
  }

  /** Findings of a skill that is known by its name alone. */
  void findings(List<Finding> findings) {
    findings(findings, file -> file == null ? "SKILL.md" : file);
  }

  /**
   * One line for each finding, of a form that editors and CI logs know: {@code path/SKILL.md:4:
   * error [rule-id] words}.
   */
  void findings(List<Finding> findings, UnaryOperator<String> place) {
    Annotations annotations = new Annotations(session.variable("GITHUB_WORKSPACE"));
    for (Finding finding : findings) {
      String file = place.apply(finding.file());
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      terminal.line(
          Terminal.clean(file)
              + (finding.line() == null ? "" : ":" + finding.line())
              + ": "
              + terminal.in(tone(finding.severity()), severity)
              + " ["
              + finding.rule()
              + "] "
              + terminal.cut(finding.message(), LONGEST));
      if (finding.fix() != null) {
        terminal.line("    " + terminal.cut(finding.fix(), LONGEST));
      }
      terminal.command(annotations.of(finding, file));
    }
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.WARNING;
      case NOTE -> Tone.QUIET;
    };
  }

  void changes(List<Change> changes) {
    for (Change change : changes) {
      block(
          "    " + terminal.sign(Tone.GOOD) + " ", session.text("check.change", change.sentence()));
    }
  }

  void requirements(String heading, List<CheckedRequirement> requirements) {
    if (requirements.isEmpty()) {
      return;
    }
    verdict(Tone.QUIET, session.text(heading, host));
    List<List<String>> rows = new ArrayList<>();
    for (CheckedRequirement one : requirements) {
      Tone tone =
          switch (one.status()) {
            case MET -> Tone.GOOD;
            case MISSING, OUTDATED -> Tone.BAD;
            case UNKNOWN, NOT_APPLICABLE, OPEN -> Tone.QUIET;
          };
      String name = one.requirement().name() + " " + VersionPhrase.of(one.requirement());
      rows.add(
          List.of(
              "    " + terminal.sign(tone) + " " + terminal.cut(name.strip(), 40),
              session.text("requirement." + one.status().word()),
              terminal.cut(beside(one), 70)));
    }
    terminal.table(rows);
  }

  /** What was found, or why nothing can be told, and how to get what is missing. */
  private String beside(CheckedRequirement one) {
    if (one.howToGet() != null) {
      return one.howToGet();
    }
    if (one.why() != null) {
      return one.why();
    }
    return one.found() == null
        ? session.text("level." + one.requirement().level().word())
        : one.found();
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

  private void review(List<Finding> review, UnaryOperator<String> place) {
    if (!review.isEmpty()) {
      verdict(Tone.QUIET, session.text("check.review"));
      findings(review, place);
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
