package app.satchel.cli;

import app.satchel.cli.Terminal.Tone;
import app.satchel.install.Agent;
import app.satchel.install.Agents;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code satchel agents}: the agents that skills can be installed into, those found here first. */
@Command(name = "agents")
final class AgentsCommand extends SatchelCommand {
  @Override
  int run(Session session) {
    Agents agents = session.assembly().agents();
    ArrayNode all = JsonShapes.JSON.arrayNode();
    List<List<String>> here = new ArrayList<>();
    List<List<String>> elsewhere = new ArrayList<>();
    Terminal terminal = session.terminal();
    for (Agent agent : agents.all()) {
      boolean detected = agents.isDetected(agent);
      Path user = agents.userDir(agent).orElse(null);
      ObjectNode node = all.addObject();
      node.put("id", agent.id());
      node.put("name", agent.name());
      node.put("detected", detected);
      node.put("projectDir", agent.project());
      node.set("userDir", JsonShapes.text(user));
      String id = (detected ? terminal.sign(Tone.GOOD) : " ") + " " + agent.id();
      (detected ? here : elsewhere)
          .add(List.of(id, agent.name(), user == null ? agent.project() : user.toString()));
    }
    session.json().line(all);
    here.addAll(elsewhere);
    terminal.table(here);
    return ExitCode.OK;
  }
}
