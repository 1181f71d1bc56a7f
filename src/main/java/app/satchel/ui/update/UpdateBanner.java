package app.satchel.ui.update;

import app.satchel.problem.Problem;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.ui.markdown.MarkdownActions;
import app.satchel.ui.markdown.MarkdownPane;
import app.satchel.ui.markdown.PackageImages;
import app.satchel.ui.update.UpdateModel.Download;
import app.satchel.ui.update.UpdateServices.Offer;
import app.satchel.words.Words;
import java.net.URI;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Tells of a newer Satchel, above whatever place is shown; takes no room when there is none. What
 * is new is a stranger's text and shown as a skill's is: natively, with no picture loaded.
 */
public final class UpdateBanner extends VBox {
  private static final Words WORDS = Words.of(UpdateBanner.class);
  private static final double MOST_NOTES = 260;

  private final UpdateModel model;
  private final Desktop desktop;
  private final VBox notes = new VBox();
  private final HBox progress = new HBox(8);

  public UpdateBanner(UpdateModel model, Desktop desktop) {
    this.model = model;
    this.desktop = desktop;
    setId("update-banner");
    // The place below gives way, not the words here.
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().add("update-banner");
    notes.getStyleClass().add("update-notes");
    progress.getStyleClass().add("update-progress");
    progress.setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    notes.managedProperty().bind(notes.visibleProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    model.offerProperty().subscribe(this::show);
    model.downloadProperty().subscribe(this::show);
  }

  private void show(Offer offer) {
    setVisible(offer != null);
    notes.setVisible(false);
    notes.getChildren().clear();
    getChildren().clear();
    if (offer == null) {
      return;
    }
    Label words = Texts.wrapped(WORDS.text("there", DisplayText.line(offer.version(), 40)), "semi");
    words.setId("update-words");
    words.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, Tone.INFO.icon().node("info"), words);
    head.setAlignment(Pos.CENTER_LEFT);
    FlowPane line = new FlowPane(8, 6, head);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setRowValignment(javafx.geometry.VPos.CENTER);
    line.setMinHeight(USE_PREF_SIZE);
    if (!offer.notes().isBlank()) {
      Button what = Texts.button(WORDS.text("new"), this::toggleNotes, "small-button");
      what.setId("update-new");
      line.getChildren().add(what);
    }
    if (offer.page() != null) {
      Button page =
          Texts.button(WORDS.text("page"), () -> desktop.open(offer.page()), "small-button");
      page.setGraphic(Icon.OPEN.node());
      page.setId("update-page");
      line.getChildren().add(page);
    }
    if (offer.downloadable()) {
      Button get = Texts.button(WORDS.text("download"), () -> model.download(null), "small-button");
      get.setId("update-download");
      line.getChildren().add(get);
    }
    Button skip = Texts.button(WORDS.text("skip"), model::skip, "small-button");
    skip.setId("update-skip");
    Button later = Texts.button(WORDS.text("later"), model::later, "small-button");
    later.setId("update-later");
    line.getChildren().addAll(skip, later);
    getChildren().addAll(line, progress, notes);
  }

  private void toggleNotes() {
    if (notes.isVisible()) {
      notes.setVisible(false);
      return;
    }
    model.notes(
        document -> {
          MarkdownPane page = new MarkdownPane(new Links(), PackageImages.none());
          // The keys scroll; the links in it are reached by Tab as everywhere.
          page.setFocusTraversable(false);
          ScrollPane scroll = new ScrollPane(page);
          scroll.setId("update-notes");
          scroll.setAccessibleText(WORDS.text("new"));
          scroll.getStyleClass().add("update-scroll");
          scroll.setFitToWidth(true);
          scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
          scroll.setMaxHeight(MOST_NOTES);
          scroll.setPrefHeight(MOST_NOTES);
          scroll.setMinHeight(MOST_NOTES);
          scroll.setFocusTraversable(true);
          page.show(document);
          notes.getChildren().setAll(scroll);
          notes.setVisible(true);
        });
  }

  private void show(Download state) {
    progress.getChildren().clear();
    progress.setVisible(!(state instanceof Download.None));
    switch (state) {
      case Download.None() -> {}
      case Download.Running(long done, long total) -> {
        Button cancel = Texts.button(WORDS.text("cancel"), model::cancelDownload, "small-button");
        progress
            .getChildren()
            .addAll(
                Texts.line(
                    total < 0
                        ? WORDS.text("starting")
                        : WORDS.text("running", Figures.bytes(done), Figures.bytes(total)),
                    "small"),
                cancel);
      }
      case Download.Verified(var file) -> {
        Label words = Texts.line(WORDS.text("verified"), "semi", "small");
        words.setMinWidth(USE_PREF_SIZE);
        Button show = Texts.button(WORDS.text("show"), () -> desktop.show(file), "small-button");
        show.setId("update-show");
        progress
            .getChildren()
            .addAll(
                Tone.OK.icon().node("ok"), words, Texts.path(file.toString(), "code-text"), show);
      }
      case Download.Failed(Problem problem) -> {
        Label why =
            Texts.wrapped(
                DisplayText.line(
                    (problem.what() + " " + problem.meaning() + " " + problem.next()).strip(), 600),
                "small");
        progress.getChildren().addAll(Tone.BAD.icon().node("bad"), why);
      }
    }
  }

  /** Links of the notes: to the web, and nowhere else. */
  private final class Links implements MarkdownActions {
    @Override
    public void openWeb(URI address) {
      desktop.open(address);
    }

    @Override
    public void openMail(String address) {
      desktop.open(URI.create("mailto:" + address));
    }

    @Override
    public void openFile(String path, String anchor) {
      // There are no files beside a release's notes.
    }

    @Override
    public FileState state(String path) {
      return FileState.MISSING;
    }
  }
}
