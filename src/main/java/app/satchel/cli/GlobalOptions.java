package app.satchel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      descriptionKey = "option.home")
  Path home;

  @Option(
      names = "--source",
      paramLabel = "NAME=URL",
      scope = ScopeType.INHERIT,
      descriptionKey = "option.source")
  List<String> sources = new ArrayList<>();

  @Option(names = "--offline", scope = ScopeType.INHERIT, descriptionKey = "option.offline")
  boolean offline;

  @Option(names = "--json", scope = ScopeType.INHERIT, descriptionKey = "option.json")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      descriptionKey = "option.quiet")
  boolean quiet;

  @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "option.debug")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "option.help")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "option.version")
  boolean version;
}
