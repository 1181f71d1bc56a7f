package app.satchel.ui.skill;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.Severity;
import app.satchel.check.cost.ContextCost;
import app.satchel.check.review.Capabilities;
import app.satchel.check.upload.Change;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.marketplace.Listing;
import app.satchel.problem.Problem;
import app.satchel.skill.Namespace;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.skill.SkillName;
import app.satchel.task.Cancellation;
import app.satchel.ui.files.FilesModel;
import app.satchel.ui.kit.Background;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The page of one skill: SKILL.md first, the checks as they come, all files where that costs the
 * marketplace's count nothing. Knows no control; lives on the UI thread.
 */
public final class SkillPageModel {
  private static final Words WORDS = Words.of(SkillPageModel.class);

  /** Where the page is. */
  public enum State {
    /** No skill is chosen. */
    NOTHING,
    LOADING,
    READY,
    /** The listing leads nowhere: moved, renamed or deleted upstream. */
    GONE,
    FAILED
  }

  /**
   * SKILL.md, ready to be shown.
   *
   * @param skillMd as read
   * @param document its body
   * @param cost what it costs an agent's context
   */
  public record Page(SkillMd skillMd, MarkdownDocument document, ContextCost cost) {}

  private final PageServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SkillFolder> files = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PageServices.Upload> upload = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PageServices.Review> review = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<Namespace> successor = new ReadOnlyObjectWrapper<>();
  private final UploadModel changes;
  private final NeedsModel needs;
  private final FilesModel contents;
  private final ReadingModel reading;
  private Cancellation current = Cancellation.none();

  public SkillPageModel(PageServices services, Background background) {
    this.services = services;
    this.background = background;
    changes = new UploadModel(services, background);
    needs = new NeedsModel(services, background);
    contents = new FilesModel(services::markdown, background);
    reading = new ReadingModel(services, background);
  }

  /** How the person reads pages. */
  public ReadingModel reading() {
    return reading;
  }

  /** What would be changed for the upload, and why. */
  UploadModel changes() {
    return changes;
  }

  /** Its files, and the one that is open. */
  FilesModel contents() {
    return contents;
  }

  /** What it needs, and who needs it. */
  public NeedsModel needs() {
    return needs;
  }

  /** What a skill that has gone seems to be called now; null while unknown. */
  public ReadOnlyObjectProperty<Namespace> successorProperty() {
    return successor.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Listing> listingProperty() {
    return listing.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The path that the skill was opened by; empty for one of a marketplace. */
  Optional<Path> openedFrom() {
    return services.openedFrom(listing.get());
  }

  /** SKILL.md; null until it is there. */
  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** Why it could not be read; null unless {@link State#FAILED}. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** All files; null while unknown, and where only a counted download would give them. */
  public ReadOnlyObjectProperty<SkillFolder> filesProperty() {
    return files.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<PageServices.Upload> uploadProperty() {
    return upload.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<PageServices.Review> reviewProperty() {
    return review.getReadOnlyProperty();
  }

  /** Turns to a skill, or to none. A page that is already shown stays. */
  public void show(Listing wanted) {
    Listing shown = listing.get();
    if (wanted != null && wanted.equals(shown) && state.get() == State.READY) {
      return;
    }
    current.cancel();
    listing.set(wanted);
    page.set(null);
    files.set(null);
    contents.show(null);
    problem.set(null);
    upload.set(null);
    changes.show(null);
    needs.clear();
    successor.set(null);
    review.set(null);
    if (wanted == null) {
      state.set(State.NOTHING);
    } else {
      load(wanted);
    }
  }

  /**
   * Follows what a person agreed to while the skill was on its way to claude.ai: the page would
   * otherwise go on asking. Does nothing when another skill is shown by now.
   */
  public void agreed(Listing about, Set<Change> accepted) {
    if (about.equals(listing.get())) {
      changes.follow(accepted);
    }
  }

  /** The changes for claude.ai that the person tries on the Upload tab; empty when none. */
  public Set<Change> tried() {
    return changes.tried();
  }

  /** Asks again after a failure. */
  public void retry() {
    if (listing.get() != null) {
      current.cancel();
      load(listing.get());
    }
  }

  private void load(Listing wanted) {
    Cancellation mine = new Cancellation();
    current = mine;
    state.set(State.LOADING);
    background.run(
        mine,
        () ->
            services
                .skillMd(wanted, mine)
                .map(SkillMd::parse)
                .map(md -> new Page(md, services.markdown(md.body()), ContextCost.of(md))),
        found -> opened(wanted, found, mine),
        this::failed);
  }

  private void opened(Listing wanted, Optional<Page> found, Cancellation mine) {
    if (found.isEmpty()) {
      state.set(State.GONE);
      background.run(
          mine,
          () -> services.successor(wanted, mine),
          answer -> successor.set(answer.orElse(null)),
          ignored -> {});
      return;
    }
    SkillMd md = found.get().skillMd();
    page.set(found.get());
    state.set(State.READY);
    SkillFolder alone =
        SkillFolder.of(folderName(wanted, md), List.of(SkillFile.of("SKILL.md", md.bytes())));
    needs.show(md, wanted, mine);
    background.run(
        mine,
        () -> services.files(wanted, mine),
        all -> inspect(all.map(FetchedSkill::skill).orElse(null), alone, mine),
        ignored -> inspect(null, alone, mine));
  }

  /** A skill in a repository's root has a folder only once it is fetched, named like the skill. */
  private static String folderName(Listing listing, SkillMd md) {
    String segment = listing.namespace().skill();
    if (!segment.equalsIgnoreCase("SKILL.md")) {
      return segment;
    }
    return md.name().filter(SkillName::isPortable).orElse(listing.namespace().repo());
  }

  /** Checks all files where they are known, else SKILL.md alone. */
  private void inspect(SkillFolder all, SkillFolder alone, Cancellation mine) {
    files.set(all);
    contents.show(all);
    if (all != null) {
      background.run(
          mine,
          () -> services.local(listing.get()),
          place -> contents.lies(place.orElse(null)),
          ignored -> {});
    }
    SkillFolder subject = all == null ? alone : all;
    background.run(
        mine,
        () -> services.upload(subject),
        answer -> {
          upload.set(answer);
          changes.show(new UploadShown.Subject(listing.get(), subject, all != null, answer));
        },
        changes::failed);
    background.run(mine, () -> services.review(subject), review::set, this::checkFailed);
  }

  private void checkFailed(Problem why) {
    // The page stays readable; the tile says that it does not know.
    problem.set(why);
  }

  private void failed(Problem why) {
    problem.set(why);
    state.set(State.FAILED);
  }

  /** The Upload tile. */
  public Verdict uploadVerdict() {
    PageServices.Upload known = upload.get();
    if (known == null) {
      return changes.problemProperty().get() == null
          ? waiting()
          : new Verdict(Tone.INFO, WORDS.text("upload.unknown"));
    }
    UploadShown tried = changes.shownProperty().get();
    boolean same = tried != null && tried.subject().upload() == known;
    return UploadVerdict.tile(known, files.get() != null, same ? tried.offer() : null);
  }

  /** The Review tile. */
  public Verdict reviewVerdict() {
    PageServices.Review known = review.get();
    if (known == null) {
      return waiting();
    }
    int serious = known.serious();
    long notable = known.findings().stream().filter(f -> f.severity() == Severity.WARNING).count();
    if (serious > 0) {
      return new Verdict(Tone.BAD, WORDS.text("review.serious", serious));
    }
    if (notable > 0) {
      return new Verdict(Tone.WARN, WORDS.text("review.notable", notable));
    }
    String powers =
        Arrays.stream(Capabilities.Kind.values())
            .filter(known.capabilities().may()::contains)
            .map(kind -> WORDS.text("power." + kind.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    return new Verdict(
        Tone.PLAIN,
        powers.isEmpty() ? WORDS.text("review.only-text") : WORDS.text("review.powers", powers));
  }

  private static Verdict waiting() {
    return new Verdict(Tone.WAITING, WORDS.text("waiting"));
  }
}
