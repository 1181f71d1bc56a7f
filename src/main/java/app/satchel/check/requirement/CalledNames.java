package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;

/** How things are called in the end, once all of a text is known. */
final class CalledNames {
  private CalledNames() {}

  /** "Internet access needed for the checks": all a text asks for is needed. */
  static void network(List<Mention> all) {
    Mention only = all.size() == 1 ? all.getFirst() : null;
    boolean opens = only != null && only.sentenceStart == 0 && only.whole && only.run == 0;
    if (opens && only.kind == Kind.NETWORK && only.level == Level.CONDITIONAL) {
      only.require();
    }
  }

  /** "an Acme API key. Set ACME_API_KEY": the variable names the key. */
  static boolean holds(Mention variable, Mention key) {
    String service = key.name.toUpperCase(Locale.ROOT).replace('-', '_');
    return variable.kind == Kind.CREDENTIAL
        && variable.name.matches("[A-Z0-9_]+_(KEY|TOKEN|SECRET|PAT)")
        && variable.name.startsWith(service + "_")
        && !VersionWords.isVariable(key.name);
  }

  /** Packages are called without ".js", as in {@code three}. */
  static void library(Mention mention) {
    boolean suffix = mention.kind == Kind.PACKAGE && mention.name.endsWith(".js");
    suffix &= mention.readings.isEmpty(); // Some of those that are known have it in their name.
    if (suffix && mention.name.length() > 4 && mention.name.charAt(0) != '@') {
      mention.name = mention.name.substring(0, mention.name.length() - 3);
    }
  }

  /** PowerShell from 6 on is called {@code pwsh}; {@code powershell} is what Windows brings. */
  static void command(Mention mention) {
    boolean powershell = mention.kind == Kind.TOOL && mention.name.equals("powershell");
    if (powershell && mention.version != null && mention.version.matches(">?=*[67](\\..*| .*)?")) {
      mention.name = "pwsh";
    }
  }
}
