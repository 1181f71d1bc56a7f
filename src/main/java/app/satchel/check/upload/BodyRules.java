package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.util.List;

/** Advice about what follows the frontmatter; nothing there is ever refused. */
final class BodyRules {
  private final UploadRules rules;

  BodyRules(UploadRules rules) {
    this.rules = rules;
  }

  void check(SkillFolder skill, List<Finding> findings) {
    SkillMd md = skill.skillMd();
    String file = skill.skillMdFile().path();
    String body = md.body();
    long lines = body.lines().count();
    if (lines > rules.limits().bodyLines()) {
      findings.add(
          rules.finding(
              UploadRule.BODY_LONG, file, md.bodyLine(), lines, rules.limits().bodyLines()));
    }
    for (String feature : rules.claudeCodeOnly()) {
      int place = find(body, feature);
      if (place >= 0) {
        int line = md.bodyLine() + HeadText.lineAt(body, place) - 1;
        findings.add(rules.finding(UploadRule.BODY_CLAUDE_CODE, file, line, shown(body, place)));
      }
    }
  }

  /** The first place that is not part of a longer word or of a code span that quotes it. */
  private static int find(String body, String feature) {
    int place = body.indexOf(feature);
    while (place > 0
        && !Character.isWhitespace(body.charAt(place - 1))
        && feature.startsWith("!")) {
      place = body.indexOf(feature, place + 1);
    }
    return place;
  }

  private static String shown(String body, int place) {
    int end = place;
    while (end < body.length() && end < place + 30 && !Character.isWhitespace(body.charAt(end))) {
      end++;
    }
    return body.substring(place, end);
  }
}
