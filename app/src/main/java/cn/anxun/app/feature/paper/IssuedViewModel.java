package cn.anxun.app.feature.paper;

import android.net.Uri;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.paper.PaperDesk;
import cn.anxun.app.paper.PaperPages;
import cn.anxun.app.paper.PaperPrint;
import cn.anxun.app.paper.PdfPages;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.photo.capture.ShotTray;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.json.Json;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperReducer;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A paper that was issued: sent, printed, signed by hand, numbered, voided. */
@HiltViewModel
public final class IssuedViewModel extends ViewModel {
  private static final String FILES = "paper-";

  private final PaperBook book;
  private final PaperDesk desk;
  private final RoomPhoneStore store;
  private final PdfPages pages;
  private final ShotTray tray;
  private final PhotoStore photos;
  private final HandedFiles files;
  private final RecordChanges changes;
  private final Executor background;
  private final MutableLiveData<IssuedState> state = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Uri> pdf = new MutableLiveData<>();
  private final MutableLiveData<@Nullable Exception> failure = new MutableLiveData<>();
  private final Runnable read = this::read;
  private volatile String subject = "";

  @Inject
  IssuedViewModel(
      PaperBook book,
      PaperDesk desk,
      RoomPhoneStore store,
      PdfPages pages,
      ShotTray tray,
      PhotoStore photos,
      HandedFiles files,
      RecordChanges changes,
      @Background Executor background) {
    this.book = book;
    this.desk = desk;
    this.store = store;
    this.pages = pages;
    this.tray = tray;
    this.photos = photos;
    this.files = files;
    this.changes = changes;
    this.background = background;
  }

  void open(String paper) {
    if (subject.isEmpty()) {
      subject = paper;
      changes.watch(read);
    }
    background.execute(read);
  }

  @Override
  protected void onCleared() {
    changes.unwatch(read);
  }

  LiveData<IssuedState> state() {
    return state;
  }

  /** The paper as a file to be sent; null once it was taken. */
  LiveData<@Nullable Uri> pdf() {
    return pdf;
  }

  void pdfTaken() {
    pdf.setValue(null);
  }

  /** Why something was not done; null once it was told. */
  LiveData<@Nullable Exception> failure() {
    return failure;
  }

  void failureTold() {
    failure.setValue(null);
  }

  private void read() {
    book.find(subject)
        .ifPresent(
            paper ->
                state.postValue(
                    new IssuedState(
                        paper,
                        PaperPages.of(paper),
                        paper.fields().raw("signed_copy") instanceof Json.Flag flag && flag.value(),
                        desk.canNumber(paper),
                        store
                            .findOwn(paper.id())
                            .filter(own -> own.state().isUnsent() && !own.attempted())
                            .isPresent())));
  }

  /** Writes the file that the share sheet sends. */
  void makePdf(String name) {
    IssuedState now = state.getValue();
    if (now != null) {
      background.execute(
          () -> {
            try {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              pages.write(now.pages().painter(), PaperPrint.all(now.pages().painter()), out);
              pdf.postValue(files.forSharing(out.toByteArray(), FILES + name + ".pdf"));
            } catch (IOException e) {
              failure.postValue(e);
            }
          });
    }
  }

  /** What the camera is asked for. */
  Destination.Capture capture(String title) {
    return new Destination.Capture(
        owner(),
        List.of(new Destination.Wanted("", title, PaperReducer.SIGNED_COPY, "", false)),
        0);
  }

  /** Takes over what was shot, now or before a kill; it leaves the tray once it is recorded. */
  void collect() {
    change(
        paper -> {
          List<Shot> shots = tray.list(owner());
          for (Shot shot : shots) {
            desk.attach(paper, shot.photo());
          }
          if (!shots.isEmpty()) {
            tray.remove(shots);
          }
        });
  }

  private String owner() {
    return FILES + subject;
  }

  /** A picture of the hand-signed paper that is on the phone already. */
  void attach(PhotoSource picture) {
    change(
        paper -> {
          Attachment copy = photos.add(picture, PaperReducer.SIGNED_COPY);
          desk.attach(paper, copy);
        });
  }

  void number() {
    change(desk::number);
  }

  void annul(String reason) {
    change(paper -> desk.annul(paper, reason));
  }

  private interface Work {
    void on(PaperRecord paper) throws RecordRejectedException, PhotoRejectedException;
  }

  /** One at a time, so that nothing is attached twice. */
  private void change(Work work) {
    background.execute(
        () -> {
          try {
            synchronized (this) {
              run(work);
            }
          } catch (RecordRejectedException | PhotoRejectedException | StoreException e) {
            failure.postValue(e);
          }
        });
  }

  private void run(Work work) throws RecordRejectedException, PhotoRejectedException {
    Optional<PaperRecord> paper = book.find(subject);
    if (paper.isPresent()) {
      work.on(paper.get());
    }
    read();
  }
}
