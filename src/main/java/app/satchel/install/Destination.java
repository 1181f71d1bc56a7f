package app.satchel.install;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder that an agent reads skills from.
 *
 * @param agent the agent's id
 * @param base the home or project folder it lies in; below it no link is followed
 * @param skills the folder that gets one folder per skill; made when it does not exist
 */
public record Destination(String agent, Path base, Path skills) {
  public Destination {
    Objects.requireNonNull(agent);
    base = base.toAbsolutePath().normalize();
    skills = skills.toAbsolutePath().normalize();
  }
}
