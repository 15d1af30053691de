package cn.anxun.app;

import android.content.Context;
import android.content.Intent;
import android.os.Build;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.view.KeyEvent;
import android.view.WindowManager;
import android.widget.Toast;
import androidx.appcompat.app.AppCompatActivity;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentManager;
import androidx.fragment.app.FragmentTransaction;
import androidx.lifecycle.Lifecycle;
import cn.anxun.app.account.Door;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.DoorScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.navigation.Openings;
import cn.anxun.app.navigation.ShutterScreen;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.ReceivedPhotos;
import cn.anxun.app.setting.FontSize;
import cn.anxun.app.sync.SyncStatuses;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The one activity. Android restores its screens after a rotation or a kill. */
@AndroidEntryPoint(AppCompatActivity.class)
public final class MainActivity extends Hilt_MainActivity implements Navigator {
  @Inject Door door;
  @Inject IdleLock lock;
  @Inject ReceivedPhotos received;
  @Inject SyncStatuses statuses;
  @Inject @Background Executor background;

  private static final String WAY = "way";
  private static final long DOOR_MILLIS = 30_000;

  private final Handler main = new Handler(Looper.getMainLooper());
  private final Runnable again = this::tryDoor;
  private boolean shown;
  private Door.@Nullable Way way;
  private Optional<Destination> opening = Optional.empty();

  @Override
  protected void attachBaseContext(Context base) {
    super.attachBaseContext(FontSize.apply(base));
  }

  @Override
  protected void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    hideInRecents();
    // What is said without a screen at hand, by a sync or the server, is said in its language.
    Locale.setDefault(getResources().getConfiguration().getLocales().get(0));
    getSupportFragmentManager().registerFragmentLifecycleCallbacks(new FormHolds(lock), false);
    getSupportFragmentManager()
        .registerFragmentLifecycleCallbacks(
            new FragmentManager.FragmentLifecycleCallbacks() {
              @Override
              public void onFragmentDestroyed(FragmentManager screens, Fragment screen) {
                if (screen instanceof DoorScreen) {
                  main.post(MainActivity.this::tryDoor);
                }
              }
            },
            false);
    setContentView(R.layout.main);
    if (state == null) {
      opening = Openings.of(getIntent());
      receive(getIntent());
    } else {
      shown = true;
      String before = state.getString(WAY);
      way = before == null ? null : Door.Way.valueOf(before);
    }
    // What a sync learns may shut the app.
    statuses.watch().observe(this, status -> tryDoor());
  }

  @Override
  protected void onNewIntent(Intent intent) {
    super.onNewIntent(intent);
    opening = Openings.of(intent);
    receive(intent);
    tryDoor();
  }

  @Override
  protected void onSaveInstanceState(Bundle state) {
    super.onSaveInstanceState(state);
    state.putString(WAY, way == null ? null : way.name());
  }

  /** Another app sends photos: copied before the door, shown behind it. */
  private void receive(Intent intent) {
    boolean again = (intent.getFlags() & Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY) != 0;
    if (!ReceivedPhotos.isMessage(intent) || again) {
      return;
    }
    background.execute(
        () -> {
          boolean enrolled = door.way().isEnrolled();
          runOnUiThread(
              () -> {
                if (enrolled) {
                  received.take(intent);
                  tryDoor();
                } else {
                  Toast.makeText(this, R.string.shots_enrol_first, Toast.LENGTH_LONG).show();
                }
              });
        });
  }

  @Override
  protected void onStart() {
    super.onStart();
    lock.returned();
  }

  @Override
  protected void onStop() {
    lock.left();
    super.onStop();
  }

  /** Each time the app comes to the front the door is tried. */
  @Override
  protected void onResume() {
    super.onResume();
    tryDoor();
  }

  @Override
  protected void onPause() {
    main.removeCallbacks(again);
    super.onPause();
  }

  /** Now, and again after a while, for the lock strikes on an open screen too. */
  private void tryDoor() {
    main.removeCallbacks(again);
    if (!getLifecycle().getCurrentState().isAtLeast(Lifecycle.State.STARTED)) {
      return;
    }
    background.execute(
        () -> {
          Door.Way next = door.way();
          runOnUiThread(() -> enter(next));
        });
    main.postDelayed(again, DOOR_MILLIS);
  }

  @Override
  public void onUserInteraction() {
    super.onUserInteraction();
    lock.touched();
  }

  /** The keys at the phone's side are the shutter where there is one. */
  @Override
  public boolean dispatchKeyEvent(KeyEvent event) {
    boolean key =
        event.getKeyCode() == KeyEvent.KEYCODE_VOLUME_DOWN
            || event.getKeyCode() == KeyEvent.KEYCODE_VOLUME_UP
            || event.getKeyCode() == KeyEvent.KEYCODE_CAMERA;
    if (key
        && getSupportFragmentManager().findFragmentById(R.id.screen)
            instanceof ShutterScreen camera) {
      if (event.getAction() == KeyEvent.ACTION_DOWN && event.getRepeatCount() == 0) {
        camera.shutter();
      }
      return true;
    }
    return super.dispatchKeyEvent(event);
  }

  private void enter(Door.Way next) {
    FragmentManager screens = getSupportFragmentManager();
    if (isFinishing() || screens.isStateSaved()) {
      return;
    }
    boolean other = next != way;
    boolean first = !shown || (other && way == Door.Way.NOTICE);
    way = next;
    switch (next) {
      case WIPED -> {
        if (other) {
          restart(new Destination.Wiped());
        }
      }
      case NOTICE -> {
        if (other) {
          restart(new Destination.Notice());
        }
      }
      case ENROL -> enterBy(first, new Destination.Enrol());
      case SET_PIN -> enterBy(first, new Destination.SetPin());
      case UNLOCK -> {
        if (first || opening.isPresent()) {
          begin();
        }
        // Two answers of the door may come at once: the second must see the screen of the first.
        screens.executePendingTransactions();
        if (!(screens.findFragmentById(R.id.screen) instanceof DoorScreen)) {
          open(new Destination.Unlock());
        }
      }
      case OPEN -> {
        if (first || opening.isPresent()) {
          begin();
          screens.executePendingTransactions();
        }
        showReceived();
      }
    }
  }

  private void showReceived() {
    boolean inside =
        !(getSupportFragmentManager().findFragmentById(R.id.screen) instanceof DoorScreen);
    if (inside && received.isWaiting()) {
      received.shown();
      open(new Destination.ChooseHazard(Purpose.RECEIVED, Purpose.REPORT));
    }
  }

  /** The home screen, and above it what somebody asked for from outside. */
  private void begin() {
    restart(new Destination.Home());
    opening.ifPresent(this::open);
    opening = Optional.empty();
  }

  private void enterBy(boolean first, Destination destination) {
    if (first
        || !(getSupportFragmentManager().findFragmentById(R.id.screen) instanceof DoorScreen)) {
      restart(destination);
    }
  }

  /** What is on the screen is nobody's business who flips through the recent apps. */
  private void hideInRecents() {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
      setRecentsScreenshotEnabled(false);
    } else {
      getWindow().addFlags(WindowManager.LayoutParams.FLAG_SECURE);
    }
  }

  @Override
  public void open(Destination destination) {
    show(destination).addToBackStack(null).commit();
  }

  @Override
  public void replace(Destination destination) {
    FragmentManager screens = getSupportFragmentManager();
    boolean above = screens.getBackStackEntryCount() > 0;
    if (above) {
      screens.popBackStack();
    }
    FragmentTransaction transaction = show(destination);
    (above ? transaction.addToBackStack(null) : transaction).commit();
  }

  @Override
  public void restart(Destination destination) {
    FragmentManager screens = getSupportFragmentManager();
    screens.popBackStack(null, FragmentManager.POP_BACK_STACK_INCLUSIVE);
    show(destination).commit();
  }

  @Override
  public void back() {
    getOnBackPressedDispatcher().onBackPressed();
  }

  @Override
  public void knock() {
    tryDoor();
  }

  private FragmentTransaction show(Destination destination) {
    shown = true;
    return getSupportFragmentManager()
        .beginTransaction()
        .setReorderingAllowed(true)
        .replace(R.id.screen, Screens.of(destination));
  }
}
