package app.satchel.cli;

import picocli.CommandLine.Command;

/** {@code satchel agents}: the agents that skills can be installed into. */
@Command(name = "agents")
final class AgentsCommand extends SatchelCommand {
  @Override
  int run(Session session) {
    throw new UnsupportedOperationException();
  }
}
