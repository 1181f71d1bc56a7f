package app.satchel.cli;

import app.satchel.assembly.SelfUpdates;
import app.satchel.assembly.SelfUpdates.Found;
import app.satchel.assembly.UpdateChoices;
import app.satchel.markdown.MarkdownReader;
import app.satchel.release.Release;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code satchel self-update}: whether there is a newer Satchel, and a verified download of it.
 * Installs nothing.
 */
@Command(name = "self-update")
final class SelfUpdateCommand extends SatchelCommand {
  private static final int MOST_NEWS = 200;

  /** How an item of a list begins. */
  private static final String ITEM = "  \u2022 ";

  @ArgGroup Daily daily = new Daily();

  @ArgGroup Test test = new Test();

  @Option(names = "--feed", paramLabel = "ADDRESS", descriptionKey = "self-update.feed")
  String feed;

  @Option(names = "--download", descriptionKey = "self-update.download")
  boolean download;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      descriptionKey = "self-update.out")
  Path out;

  /** At most one of the two. */
  static final class Daily {
    @Option(names = "--daily", descriptionKey = "self-update.daily")
    boolean on;

    @Option(names = "--never", descriptionKey = "self-update.never")
    boolean off;
  }

  /** At most one of the two. */
  static final class Test {
    @Option(names = "--pre-releases", descriptionKey = "self-update.pre-releases")
    boolean on;

    @Option(names = "--no-pre-releases", descriptionKey = "self-update.no-pre-releases")
    boolean off;
  }

  @Override
  int run(Session session) {
    SelfUpdates updates = session.assembly().updates();
    if (out != null && !download) {
      throw usage(session.text("usage.self-update-out"));
    }
    if (changed(session, updates) && !download) {
      return told(session, updates, null, null);
    }
    Found found = updates.look(session.cancellation());
    Path file = null;
    if (download && found.release() != null) {
      file =
          updates.download(
              found.release(),
              out,
              (done, total) ->
                  session
                      .terminal()
                      .progress(
                          session.text(
                              "self-update.progress",
                              StateCommand.size(done),
                              StateCommand.size(total))),
              session.cancellation());
    }
    return told(session, updates, found, file);
  }

  private boolean changed(Session session, SelfUpdates updates) {
    UpdateChoices before = updates.choices();
    UpdateChoices now = before;
    if (daily.on || daily.off) {
      now = now.withDaily(daily.on);
    }
    if (test.on || test.off) {
      now = now.withPreReleases(test.on);
    }
    if (feed != null) {
      URI named = null;
      if (!feed.isBlank()) {
        named =
            SelfUpdates.feed(feed)
                .orElseThrow(() -> usage(session.text("usage.feed", Terminal.clean(feed))));
      }
      now = now.withFeed(named);
    }
    boolean any = daily.on || daily.off || test.on || test.off || feed != null;
    if (any) {
      updates.choose(now);
    }
    return any;
  }

  private int told(Session session, SelfUpdates updates, Found found, Path file) {
    UpdateChoices choices = updates.choices();
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("version", updates.version());
    node.put("daily", choices.daily());
    node.put("preReleases", choices.preReleases());
    node.set("feed", JsonShapes.text(updates.feed().orElse(null)));
    node.put("asked", found != null);
    Release release = found == null ? null : found.release();
    node.set("newer", release == null ? null : json(updates, found));
    node.set("file", JsonShapes.text(file));
    session.json().line(node);
    Terminal terminal = session.terminal();
    if (found == null) {
      terminal.line(
          session.text(choices.daily() ? "self-update.is-daily" : "self-update.is-never"));
      terminal.line(
          updates
              .feed()
              .map(feed -> session.text("self-update.is-feed", feed))
              .orElseGet(() -> session.text("self-update.no-feed")));
    } else if (release == null) {
      terminal.line(session.text("self-update.newest", updates.version()));
    } else {
      tell(session, updates, found);
    }
    if (file != null) {
      terminal.line(session.text("self-update.verified", file));
      terminal.line(session.text("self-update.install"));
    }
    return ExitCode.OK;
  }

  private void tell(Session session, SelfUpdates updates, Found found) {
    Terminal terminal = session.terminal();
    Release release = found.release();
    terminal.line(session.text("self-update.newer", release.version(), updates.version()));
    news(release).forEach(terminal::line);
    updates.page(release).ifPresent(page -> terminal.line(session.text("self-update.page", page)));
    if (found.downloadable() && !download) {
      terminal.line(session.text("self-update.can"));
    }
  }

  /** What is new as words alone: a terminal shows no Markdown. */
  static List<String> news(Release release) {
    List<String> lines = new ArrayList<>();
    new MarkdownReader()
        .read(release.markdown())
        .plainText()
        .lines()
        .map(line -> ("  " + Terminal.cleanLine(line)).stripTrailing())
        .forEach(
            line -> {
              // The items of a list stand close together.
              int before = lines.size() - 2;
              if (line.startsWith(ITEM)
                  && before >= 0
                  && lines.getLast().isEmpty()
                  && lines.get(before).startsWith(ITEM)) {
                lines.removeLast();
              }
              lines.add(line);
            });
    return lines.stream().limit(MOST_NEWS).toList();
  }

  private static ObjectNode json(SelfUpdates updates, Found found) {
    Release release = found.release();
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("version", release.version().toString());
    node.set("date", JsonShapes.text(release.date()));
    node.put("notes", release.notes());
    node.set("page", JsonShapes.text(updates.page(release).orElse(null)));
    node.put("downloadable", found.downloadable());
    return node;
  }
}
