package cn.anxun.app.photo.capture;

import android.content.ClipData;
import android.content.ContentResolver;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import androidx.annotation.MainThread;
import androidx.core.content.IntentCompat;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Photos that another app sends to this one. They are copied at once, since the permission to read
 * them lapses; whoever sent them may be hostile, so nothing is believed: only content addresses of
 * other apps are opened, so many at most, and only what the photo store takes for a photo is kept.
 * Whatever the sender's provider throws costs that one photo.
 */
@Singleton
public final class ReceivedPhotos {
  /** The most that are taken of one message. */
  public static final int MOST = 30;

  /** The most that may lie received while no record has taken them. */
  public static final int MOST_WAITING = 200;

  /** Why one of them was not kept. */
  public enum Refusal {
    /** The message has no file at all. */
    NOTHING,
    /** No address that another app may hand over: a path, or a file of this app's own. */
    FOREIGN,
    /** Past {@link #MOST}. */
    TOO_MANY,
    /** {@link #MOST_WAITING} lie there already. */
    FULL,
    NOT_A_PHOTO,
    TRUNCATED,
    TOO_LARGE,
    UNREADABLE,
    NO_SPACE,
    /** The key that photos are sealed with is lost. */
    KEY_LOST
  }

  /**
   * What became of the last message.
   *
   * @param busy whether it is still being copied
   * @param kept how many were
   * @param refused how many were not, by the reason
   */
  public record Receipt(boolean busy, int kept, Map<Refusal, Integer> refused) {
    public static final Receipt NONE = new Receipt(false, 0, Map.of());

    public Receipt {
      refused = Collections.unmodifiableMap(new EnumMap<>(withType(refused)));
    }

    private static Map<Refusal, Integer> withType(Map<Refusal, Integer> of) {
      Map<Refusal, Integer> typed = new EnumMap<>(Refusal.class);
      typed.putAll(of);
      return typed;
    }
  }

  private final Context context;
  private final ShotTray tray;
  private final MutableLiveData<Receipt> receipt = new MutableLiveData<>(Receipt.NONE);

  /** One thread: an app that answers slowly, or never, holds up nothing but further messages. */
  private final Executor copying =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "received");
            thread.setDaemon(true);
            return thread;
          });

  private boolean waiting;

  @Inject
  ReceivedPhotos(@ApplicationContext Context context, ShotTray tray) {
    this.context = context;
    this.tray = tray;
  }

  /** Whether another app sends files by it. */
  public static boolean isMessage(Intent intent) {
    return Intent.ACTION_SEND.equals(intent.getAction())
        || Intent.ACTION_SEND_MULTIPLE.equals(intent.getAction());
  }

  /** Begins to copy what it brings. */
  @MainThread
  public void take(Intent message) {
    List<Uri> sent = read(message);
    waiting = true;
    receipt.setValue(new Receipt(true, 0, Map.of()));
    copying.execute(() -> copy(sent));
  }

  /** Whether a message has come that nobody has been shown yet. */
  @MainThread
  public boolean isWaiting() {
    return waiting;
  }

  @MainThread
  public void shown() {
    waiting = false;
  }

  /** How the last message fares. */
  public LiveData<Receipt> receipt() {
    return receipt;
  }

  /** A hostile message may hold anything, things that cannot even be unpacked included. */
  private static List<Uri> read(Intent message) {
    List<Uri> sent = new ArrayList<>();
    try {
      if (Intent.ACTION_SEND_MULTIPLE.equals(message.getAction())) {
        List<Uri> several =
            IntentCompat.getParcelableArrayListExtra(message, Intent.EXTRA_STREAM, Uri.class);
        if (several != null) {
          several.forEach(each -> add(sent, each));
        }
      } else {
        add(sent, IntentCompat.getParcelableExtra(message, Intent.EXTRA_STREAM, Uri.class));
      }
      ClipData clip = message.getClipData();
      for (int i = 0; sent.isEmpty() && clip != null && i < clip.getItemCount(); i++) {
        add(sent, clip.getItemAt(i).getUri());
      }
    } catch (RuntimeException e) {
      sent.clear();
    }
    return sent;
  }

  private static void add(List<Uri> to, @Nullable Uri uri) {
    if (uri != null && !to.contains(uri)) {
      to.add(uri);
    }
  }

  private void copy(List<Uri> sent) {
    receipt.postValue(new Receipt(true, 0, Map.of()));
    Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    int kept = 0;
    if (sent.isEmpty()) {
      refused.put(Refusal.NOTHING, 1);
    }
    try {
      // What came before and was left lying is not mixed with it.
      tray.move(tray.list(Purpose.RECEIVED), Purpose.CASUAL);
      int room = MOST_WAITING - countWaiting();
      for (int i = 0; i < sent.size(); i++) {
        Optional<Refusal> why = i < MOST ? copy(sent.get(i), room - kept) : tooMany();
        kept += why.isPresent() ? 0 : 1;
        why.ifPresent(reason -> refused.merge(reason, 1, Integer::sum));
        receipt.postValue(new Receipt(true, kept, refused));
      }
    } catch (StoreException e) {
      refused.merge(Refusal.NO_SPACE, sent.size() - kept, Integer::sum);
    }
    receipt.postValue(new Receipt(false, kept, refused));
  }

  private static Optional<Refusal> tooMany() {
    return Optional.of(Refusal.TOO_MANY);
  }

  /** What was sent in and put off lies among the casual shots. */
  private int countWaiting() {
    int waits = 0;
    for (Shot shot : tray.list(Purpose.CASUAL)) {
      waits += shot.purpose().role().equals(Purpose.REPORT) ? 1 : 0;
    }
    return waits;
  }

  private Optional<Refusal> copy(Uri uri, int room) {
    if (!isOfAnotherApp(uri)) {
      return Optional.of(Refusal.FOREIGN);
    }
    if (room <= 0) {
      return Optional.of(Refusal.FULL);
    }
    try {
      tray.add(new Purpose(Purpose.RECEIVED, "", "", Purpose.REPORT), source(uri));
      return Optional.empty();
    } catch (PhotoRejectedException e) {
      return Optional.of(
          switch (e.reason()) {
            case UNREADABLE -> Refusal.UNREADABLE;
            case NOT_A_PHOTO -> Refusal.NOT_A_PHOTO;
            case TRUNCATED -> Refusal.TRUNCATED;
            case TOO_LARGE -> Refusal.TOO_LARGE;
            case NO_SPACE -> Refusal.NO_SPACE;
            case KEY_LOST -> Refusal.KEY_LOST;
          });
    }
  }

  /**
   * Whether it is an address that only another app answers. A path would be opened with this app's
   * own rights, and so would an address of its own provider, by which a sender could have the app
   * publish its own files. What stands before an @ names a user, and is no part of the provider's
   * name.
   */
  private boolean isOfAnotherApp(Uri uri) {
    String authority = uri.getAuthority();
    if (!ContentResolver.SCHEME_CONTENT.equals(uri.getScheme()) || authority == null) {
      return false;
    }
    String provider = authority.substring(authority.lastIndexOf('@') + 1);
    String own = context.getPackageName();
    return !provider.equalsIgnoreCase(own)
        && !provider.regionMatches(true, 0, own + '.', 0, own.length() + 1);
  }

  private PhotoSource source(Uri uri) {
    return () -> {
      try {
        InputStream in = context.getContentResolver().openInputStream(uri);
        if (in == null) {
          throw new FileNotFoundException(uri.toString());
        }
        return in;
      } catch (RuntimeException e) {
        // What the sender's provider throws comes through to here.
        throw new IOException("the sender's provider fails", e);
      }
    };
  }
}
