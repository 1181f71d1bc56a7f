package app.satchel.ui.skill;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.requirement.RequirementSummary;
import app.satchel.marketplace.Listing;
import app.satchel.skill.SkillMd;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.skill.PageServices.Answers;
import app.satchel.ui.skill.PageServices.Dependent;
import app.satchel.ui.skill.PageServices.HostChoice;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What the page's skill needs: of what would run it, and of other skills; and which skills need it.
 * Knows no control; lives on the UI thread.
 */
public final class NeedsModel {
  private static final Words WORDS = Words.of(NeedsModel.class);

  private final PageServices services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Dependency>> dependencies =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Dependent>> neededBy =
      new ReadOnlyObjectWrapper<>(List.of());
  private Cancellation page = Cancellation.none();
  private Cancellation asking = Cancellation.none();
  private SkillMd skill;

  private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper();
  private String host;

  NeedsModel(PageServices services, Background background) {
    this.services = services;
    this.background = background;
  }

  /** What is needed, as far as it is answered; null until it has been read. */
  public ReadOnlyObjectProperty<Answers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** The skills that are named; null until it is known what became of them. */
  public ReadOnlyObjectProperty<List<Dependency>> dependenciesProperty() {
    return dependencies.getReadOnlyProperty();
  }

  /** The skills on this computer that need this one. */
  public ReadOnlyObjectProperty<List<Dependent>> neededByProperty() {
    return neededBy.getReadOnlyProperty();
  }

  /** Id of what the person chose in this window, once it is kept; null until then. */
  public ReadOnlyStringProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** What could run the skill. */
  public List<HostChoice> hosts() {
    return services.hosts();
  }

  void clear() {
    asking.cancel();
    skill = null;
    answers.set(null);
    dependencies.set(null);
    neededBy.set(List.of());
  }

  /**
   * Asks about a skill.
   *
   * @param mine of the page; ends all questions
   */
  void show(SkillMd md, Listing listing, Cancellation mine) {
    page = mine;
    skill = md;
    ask();
    background.run(
        mine,
        () -> services.dependencies(md, listing, mine),
        dependencies::set,
        ignored -> dependencies.set(List.of()));
    background.run(
        mine, () -> services.neededBy(listing), neededBy::set, ignored -> neededBy.set(List.of()));
  }

  private void ask() {
    asking.cancel();
    Cancellation mine = new Cancellation();
    asking = mine;
    page.onCancel(mine::cancel);
    SkillMd md = skill;
    String asked = host;
    background.run(
        mine,
        () ->
            services.requirements(
                md,
                asked,
                mine,
                sofar ->
                    background.onUi(
                        () -> {
                          if (!mine.cancelled()) {
                            answers.set(sofar);
                          }
                        })),
        answers::set,
        ignored -> {});
  }

  /** Asks something else that could run the skill, from now on. */
  public void choose(String wanted) {
    if (wanted.equals(host)) {
      return;
    }
    host = wanted;
    background.run(
        Cancellation.none(),
        () -> {
          services.keepHost(wanted);
          return true;
        },
        _ -> chosen.set(wanted),
        _ -> chosen.set(wanted)); // What cannot be kept holds for this page all the same.
    if (skill != null) {
      ask();
    }
  }

  /** What was asked, as it stands in a sentence; empty for this computer. */
  public String hostName() {
    Answers now = answers.get();
    return hosts().stream()
        .filter(one -> now != null && one.id().equals(now.host()))
        .map(HostChoice::name)
        .findFirst()
        .orElse("");
  }

  /** The heading of the first tile: where the skill is to work. */
  String requirementTitle() {
    return answers.get() == null
        ? WORDS.text("requirements.title")
        : hostName().isEmpty()
            ? WORDS.text("requirements.title-computer")
            : WORDS.text("requirements.title-site", hostName());
  }

  /** The Works here tile. */
  Verdict requirementVerdict() {
    if (answers.get() == null) {
      return new Verdict(Tone.WAITING, WORDS.text("waiting"));
    }
    RequirementReport report = answers.get().report();
    int all = report.declared().size() + report.mentioned().size();
    if (report.open() > 0) {
      return new Verdict(Tone.WAITING, WORDS.text("requirements.open", all - report.open(), all));
    }
    if (report.declared().isEmpty()) {
      return new Verdict(
          Tone.PLAIN,
          report.mentioned().isEmpty()
              ? WORDS.text("requirements.none")
              : WORDS.text("requirements.only-mentioned", report.mentioned().size()));
    }
    RequirementSummary count = report.summary();
    if (count.missing() > 0) {
      return new Verdict(
          Tone.WARN, WORDS.text("requirements.missing", count.met(), count.missing()));
    }
    if (count.unknown() > 0) {
      return new Verdict(
          Tone.INFO, WORDS.text("requirements.unknown", count.met(), count.unknown()));
    }
    String key =
        count.met() == 0
            ? "requirements.extras"
            : count.extraMissing() == 0 ? "requirements.met" : "requirements.met-extras";
    return new Verdict(
        count.met() == 0 ? Tone.PLAIN : Tone.OK,
        WORDS.text(key, count.met(), count.extraMissing()));
  }

  /** The Needs tile. */
  Verdict dependencyVerdict() {
    List<Dependency> known = dependencies.get();
    if (known == null) {
      return new Verdict(Tone.WAITING, WORDS.text("waiting"));
    }
    List<Dependency> needed = known.stream().filter(Dependency::needed).toList();
    if (needed.isEmpty()) {
      return new Verdict(Tone.PLAIN, WORDS.text("needs.none"));
    }
    long lost = needed.stream().filter(d -> d.status() == Dependency.Status.MISSING).count();
    long open = needed.stream().filter(d -> d.status() == Dependency.Status.AMBIGUOUS).count();
    if (lost > 0) {
      return new Verdict(Tone.WARN, WORDS.text("needs.missing", needed.size(), lost));
    }
    if (open > 0) {
      return new Verdict(Tone.WARN, WORDS.text("needs.ambiguous", needed.size()));
    }
    if (needed.stream().allMatch(d -> d.status() == Dependency.Status.INSTALLED)) {
      return new Verdict(Tone.OK, WORDS.text("needs.installed", needed.size()));
    }
    return new Verdict(Tone.INFO, WORDS.text("needs.found", needed.size()));
  }
}
