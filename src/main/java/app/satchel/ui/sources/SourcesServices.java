package app.satchel.ui.sources;

import app.satchel.task.Cancellation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What the list of marketplaces needs from the rooms below. Every method may block, is called off
 * the UI thread, and fails with a {@link app.satchel.problem.ProblemException}.
 */
public interface SourcesServices {
  /** All, in the order they are asked. */
  List<Source> list();

  /** Adds a marketplace; fails when the name is taken or cannot be used. */
  void add(String name, URI address);

  /** Serves a folder of skills on loopback and adds it. */
  void serve(Path folder);

  /** Takes one away. What was installed from it stays. */
  void remove(Source source);

  /**
   * Asks one a small question.
   *
   * @return how many skills it says to have, or null when it does not say
   */
  Integer ask(Source source, Cancellation cancellation);
}
