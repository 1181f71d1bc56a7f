package app.satchel.check.upload.report;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import app.satchel.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What claude.ai would say to skills, as Markdown that somebody can paste into an issue. Everything
 * that comes from a skill is bounded and cannot become markup, a mention or a link; see {@link
 * MarkdownText}.
 */
public final class MarkdownReport {
  /** More entries of one sort than this help nobody. */
  private static final int MOST = 25;

  /** An issue holds 65,536 characters, and a skill has up to four sections. */
  private static final int LONGEST_SECTION = 12_000;

  private static final Words WORDS = Words.of(MarkdownReport.class);

  private final LocalDate rulesDate;

  /** By rules of a date. */
  public MarkdownReport(LocalDate rulesDate) {
    this.rulesDate = Objects.requireNonNull(rulesDate);
  }

  /**
   * A skill to report on.
   *
   * @param name as a person knows it
   * @param path where it lies, as whoever reads the report would find it; may be empty
   * @param published what claude.ai would say to it as it is
   * @param repair with what may be changed unasked, and what is proposed
   */
  public record Skill(String name, String path, UploadReport published, Repair repair) {
    public Skill {
      Objects.requireNonNull(name);
      Objects.requireNonNull(path);
      Objects.requireNonNull(published);
      Objects.requireNonNull(repair);
    }
  }

  /** One document about all of them. */
  public String of(List<Skill> skills) {
    StringBuilder text = new StringBuilder();
    if (skills.size() == 1) {
      Skill skill = skills.getFirst();
      text.append("# ").append(words("title", MarkdownText.inline(skill.name()))).append("\n\n");
      skill(text, skill, "##");
    } else {
      text.append("# ").append(words("title-several", skills.size())).append("\n\n");
      long accepted = skills.stream().filter(skill -> skill.published().accepted()).count();
      long repairable =
          skills.stream()
              .filter(skill -> !skill.published().accepted())
              .filter(skill -> skill.repair().report().accepted())
              .count();
      text.append(words("counts", accepted, repairable, skills.size() - accepted - repairable))
          .append("\n\n");
      for (Skill skill : skills) {
        text.append("## ").append(MarkdownText.inline(skill.name())).append("\n\n");
        skill(text, skill, "###");
      }
    }
    text.append(words("footer", rulesDate.toString())).append('\n');
    return text.toString();
  }

  private static void skill(StringBuilder text, Skill skill, String level) {
    if (!skill.path().isEmpty()) {
      text.append(MarkdownText.code(skill.path())).append("\n\n");
    }
    text.append("**").append(verdict(skill)).append("**\n\n");
    List<Finding> findings = skill.published().findings();
    findings(text, level, "refused", findings.stream().filter(Finding::isError).toList());
    findings(
        text,
        level,
        "warnings",
        findings.stream().filter(one -> one.severity() == Severity.WARNING).toList());
    changes(text, level, "safe", skill.repair().changes());
    changes(text, level, "proposals", skill.repair().proposals());
  }

  private static String verdict(Skill skill) {
    if (skill.published().accepted()) {
      return words("accepted");
    }
    if (skill.repair().report().accepted()) {
      return words("repairable");
    }
    return words(skill.repair().proposals().isEmpty() ? "refused-still" : "refused-proposals");
  }

  private static void findings(
      StringBuilder text, String level, String key, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    text.append(level).append(' ').append(words(key)).append("\n\n");
    int start = text.length();
    int told = 0;
    for (Finding finding : findings) {
      if (told == MOST || text.length() - start > LONGEST_SECTION) {
        break;
      }
      told++;
      text.append("- ").append(place(finding.file(), finding.line()));
      text.append('`').append(finding.rule()).append("`: ");
      text.append(MarkdownText.inline(finding.message())).append('\n');
      if (finding.fix() != null) {
        text.append("  - ").append(MarkdownText.inline(finding.fix())).append('\n');
      }
    }
    more(text, findings.size() - told);
  }

  private static void changes(StringBuilder text, String level, String key, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    text.append(level).append(' ').append(words(key)).append("\n\n");
    int start = text.length();
    int told = 0;
    for (Change change : changes) {
      if (told == MOST || text.length() - start > LONGEST_SECTION) {
        break;
      }
      told++;
      text.append("- ").append(place(change.file(), change.line()));
      text.append(MarkdownText.inline(change.sentence())).append("\n\n");
      text.append(MarkdownText.diff(change.before(), change.after(), "  ")).append('\n');
    }
    more(text, changes.size() - told);
  }

  private static void more(StringBuilder text, int untold) {
    if (untold > 0) {
      text.append("- ").append(words("more", untold)).append('\n');
    }
    text.append('\n');
  }

  private static String place(String file, Integer line) {
    if (file == null || file.isEmpty()) {
      return "";
    }
    return MarkdownText.code(line == null ? file : file + ":" + line) + " ";
  }

  private static String words(String key, Object... args) {
    return WORDS.text("report." + key, args);
  }
}
