package app.satchel.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One thing that Satchel keeps.
 *
 * @param kind what it is
 * @param place the folder that it lies in, which may not exist
 * @param paths the files and folders there that are Satchel's
 * @param bytes how large they are
 * @param files how many
 */
public record StateItem(Kind kind, Path place, List<Path> paths, long bytes, long files) {
  public StateItem {
    paths = List.copyOf(paths);
  }

  /** What is kept, and what is lost with it. */
  public enum Kind {
    /** What a person chose. */
    SETTINGS(Loss.CHOICES),
    /** What is installed, and what it replaced. */
    RECORD(Loss.MEMORY),
    /** What a person said to have uploaded. */
    UPLOADS(Loss.MEMORY),
    /** ZIPs that were made where nobody said where. */
    ZIPS(Loss.YOURS),
    /** Answers of marketplaces. */
    ANSWERS(Loss.NOTHING),
    /** The sample skills, unpacked. */
    SAMPLES(Loss.NOTHING),
    /** Half-made things of a Satchel that runs, or that was cut short. */
    WORK(Loss.NOTHING),
    LOGS(Loss.NOTHING),
    /** What an earlier Satchel left in the one folder that everything lay in. */
    FORMER(Loss.CHOICES);

    private final Loss loss;

    Kind(Loss loss) {
      this.loss = loss;
    }

    public Loss loss() {
      return loss;
    }

    /** The stable name. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a person loses with it. */
  public enum Loss {
    /** It can be had again. */
    NOTHING,
    CHOICES,
    /** Which skills Satchel installed, and how to take that back. The skills stay. */
    MEMORY,
    /** A person's own files. */
    YOURS;

    /** The stable name. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
