package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import app.satchel.workspace.ApiKeys;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** One call of the command line: what it was given, where its answer goes, and the services. */
final class Session implements AutoCloseable {
  private final GlobalOptions options;
  private final Map<String, String> environment;
  private final ApiKeys keys;
  private final InputStream in;
  private final Terminal terminal;
  private final JsonOut json;
  private final Cancellation cancellation;
  private final Words words = Words.of(Session.class);
  private Assembly assembly;

  Session(
      GlobalOptions options,
      Map<String, String> environment,
      ApiKeys keys,
      InputStream in,
      Terminal terminal,
      JsonOut json,
      Cancellation cancellation) {
    this.options = options;
    this.environment = environment;
    this.keys = keys;
    this.in = in;
    this.terminal = terminal;
    this.json = json;
    this.cancellation = cancellation;
  }

  /** The services, put together when they are first asked for. */
  Assembly assembly() {
    if (assembly == null) {
      assembly = Assembly.of(assemblyOptions());
    }
    return assembly;
  }

  AssemblyOptions assemblyOptions() {
    return new AssemblyOptions(
        options.home,
        options.sources,
        AssemblyOptions.Marketplaces.CONFIGURED,
        options.offline,
        environment,
        keys,
        false);
  }

  /** The marketplaces that were named in the call itself, as written. */
  List<String> sources() {
    return List.copyOf(options.sources);
  }

  /** Whether marketplaces were named in the call itself. */
  boolean sourcesGiven() {
    return !options.sources.isEmpty();
  }

  /** Whether everything is to be logged. */
  boolean debug() {
    return options.debug;
  }

  /** A variable of the environment, or null. */
  String variable(String name) {
    return environment.get(name);
  }

  InputStream in() {
    return in;
  }

  Terminal terminal() {
    return terminal;
  }

  JsonOut json() {
    return json;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  String text(String key, Object... args) {
    return words.text(key, args);
  }

  @Override
  public void close() {
    terminal.endProgress();
    if (assembly != null) {
      assembly.close();
    }
  }
}
