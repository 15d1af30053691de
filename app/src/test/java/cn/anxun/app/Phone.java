package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.Application;
import android.app.Dialog;
import android.content.ClipData;
import android.content.Intent;
import android.content.res.Resources;
import android.graphics.Bitmap;
import android.graphics.Color;
import android.net.Uri;
import android.os.Bundle;
import android.provider.MediaStore;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ListView;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import androidx.core.content.FileProvider;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.navigation.Destination;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.shadows.ShadowDialog;
import org.robolectric.util.ReflectionHelpers;

/**
 * A person with the app in hand: taps what is shown, counting the taps, takes photos with the
 * phone's camera, and loses the process at will.
 */
public final class Phone {
  private final Executor background;
  private ActivityController<MainActivity> activity;
  private int taps;
  private int shots;

  /** Opens the app at this place. */
  public Phone(Executor background, Destination destination) {
    this.background = background;
    // It keeps the folders of the test before.
    Map<?, ?> providers = ReflectionHelpers.getStaticField(FileProvider.class, "sCache");
    providers.clear();
    Application application = ApplicationProvider.getApplicationContext();
    shadowOf(application).grantPermissions(Manifest.permission.CAMERA);
    activity = Robolectric.buildActivity(MainActivity.class).setup();
    activity.get().restart(destination);
    settle();
  }

  /** How often something was tapped. */
  public int taps() {
    return taps;
  }

  public MainActivity activity() {
    return activity.get();
  }

  /** Waits until nothing is under way, on the main thread or behind it. */
  public void settle() {
    new Stillness(background).await();
  }

  /** The view of this id that is shown; the first where there are several. */
  public View find(int id) {
    return find(activity.get().getWindow().getDecorView(), id)
        .orElseThrow(() -> new AssertionError("nothing shown has the id " + name(id)));
  }

  /** Whether a view of this id is shown. */
  public boolean shows(int id) {
    return find(activity.get().getWindow().getDecorView(), id).isPresent();
  }

  /** The view of this id that is shown within another. */
  public Optional<View> find(View within, int id) {
    for (View view : list(within)) {
      if (view.getId() == id && view.isShown()) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }

  /** The row of the list in which this text stands, scrolled to. */
  public View row(int listId, String text) {
    RecyclerView list = (RecyclerView) find(listId);
    RecyclerView.Adapter<?> adapter = list.getAdapter();
    int count = adapter == null ? 0 : adapter.getItemCount();
    for (int place = 0; place < count; place++) {
      list.scrollToPosition(place);
      settle();
      RecyclerView.ViewHolder holder = list.findViewHolderForAdapterPosition(place);
      if (holder != null && texts(holder.itemView).stream().anyMatch(t -> t.contains(text))) {
        return holder.itemView;
      }
    }
    throw new AssertionError("no row says " + text);
  }

  /** All texts that are shown, from the top. */
  public List<String> texts() {
    return texts(activity.get().getWindow().getDecorView());
  }

  /** All texts that are shown within a view. */
  public static List<String> texts(View within) {
    List<String> texts = new ArrayList<>();
    for (View view : list(within)) {
      if (view instanceof TextView text && view.isShown()) {
        texts.add(text.getText().toString());
      }
    }
    return texts;
  }

  /** Taps it; it must be there, and large enough for a glove. */
  public void tap(View view) {
    assertThat(view.isShown() && view.isEnabled()).as("shown: %s", name(view.getId())).isTrue();
    float density = view.getResources().getDisplayMetrics().density;
    int least = view.getResources().getDimensionPixelSize(R.dimen.target);
    assertThat(view.getHeight())
        .as("height of %s in px at density %s", name(view.getId()), density)
        .isGreaterThanOrEqualTo(least);
    taps++;
    view.performClick();
    settle();
  }

  public void tap(int id) {
    tap(find(id));
  }

  /** Taps the view of this id in the row. */
  public void tap(View row, int id) {
    tap(find(row, id).orElseThrow(() -> new AssertionError("no " + name(id) + " in the row")));
  }

  /** Taps what says exactly this. */
  public void tapText(View within, String text) {
    for (View view : list(within)) {
      if (view instanceof TextView shown
          && view.isShown()
          && shown.getText().toString().equals(text)) {
        tap(view);
        return;
      }
    }
    throw new AssertionError("nothing shown says " + text + ", but " + texts(within));
  }

  /** Taps what says exactly this in the dialog that is open. */
  public void choose(String text) {
    AlertDialog dialog = dialog();
    ListView list = dialog.getListView();
    for (int i = 0; i < list.getAdapter().getCount(); i++) {
      if (text.equals(list.getAdapter().getItem(i).toString())) {
        taps++;
        shadowOf(list).performItemClick(i);
        settle();
        return;
      }
    }
    throw new AssertionError("the dialog does not offer " + text + ", but " + dialogTexts());
  }

  /** What the dialog offers that is open. */
  public List<String> dialogTexts() {
    List<String> texts = new ArrayList<>();
    ListView list = dialog().getListView();
    for (int i = 0; i < list.getAdapter().getCount(); i++) {
      texts.add(list.getAdapter().getItem(i).toString());
    }
    return texts;
  }

  private static AlertDialog dialog() {
    Dialog dialog = ShadowDialog.getLatestDialog();
    assertThat(dialog).isInstanceOf(AlertDialog.class);
    assertThat(dialog.isShowing()).isTrue();
    return (AlertDialog) dialog;
  }

  public void type(View field, String text) {
    ((TextView) field).setText(text);
    settle();
  }

  /** The camera app has been opened and takes a photo; its shutter is not ours to count. */
  public void shoot() {
    ShadowActivity.IntentForResult started =
        shadowOf((Activity) activity.get()).getNextStartedActivityForResult();
    assertThat(started).as("the camera").isNotNull();
    write(started.intent);
    activity
        .get()
        .getActivityResultRegistry()
        .dispatchResult(started.requestCode, Activity.RESULT_OK, null);
    settle();
  }

  /**
   * The picker of several photos has been opened: the person taps so many and then 完成, which count,
   * since no other way leads past them.
   */
  public void choosePhotos(int count) {
    ShadowActivity.IntentForResult started =
        shadowOf((Activity) activity.get()).getNextStartedActivityForResult();
    assertThat(started).as("the picker").isNotNull();
    ClipData chosen = null;
    for (int i = 0; i < count; i++) {
      File file = new File(activity.get().getCacheDir(), "captured/chosen" + i + ".jpg");
      assertThat(file.getParentFile().isDirectory() || file.getParentFile().mkdirs()).isTrue();
      Uri uri =
          FileProvider.getUriForFile(
              activity.get(), activity.get().getPackageName() + ".files", file);
      taps++;
      write(uri);
      ClipData.Item item = new ClipData.Item(uri);
      if (chosen == null) {
        chosen = new ClipData("photos", new String[] {"image/jpeg"}, item);
      } else {
        chosen.addItem(item);
      }
    }
    taps++;
    Intent answer = new Intent();
    answer.setClipData(chosen);
    activity
        .get()
        .getActivityResultRegistry()
        .dispatchResult(started.requestCode, Activity.RESULT_OK, answer);
    settle();
  }

  /** The process is killed under the camera, which then takes its photo all the same. */
  public void shootAfterKill() {
    ShadowActivity.IntentForResult started =
        shadowOf((Activity) activity.get()).getNextStartedActivityForResult();
    write(started.intent);
    kill();
    activity
        .get()
        .getActivityResultRegistry()
        .dispatchResult(started.requestCode, Activity.RESULT_OK, null);
    settle();
  }

  /** The person leaves the camera without a photo. */
  public void leaveCamera() {
    ShadowActivity.IntentForResult started =
        shadowOf((Activity) activity.get()).getNextStartedActivityForResult();
    activity
        .get()
        .getActivityResultRegistry()
        .dispatchResult(started.requestCode, Activity.RESULT_CANCELED, null);
    settle();
  }

  /** Android kills the process, and the person comes back. */
  public void kill() {
    Bundle state = new Bundle();
    activity.pause().stop().saveInstanceState(state).destroy();
    activity = Robolectric.buildActivity(MainActivity.class).setup(state);
    settle();
  }

  private void write(Intent intent) {
    Uri file = intent.getParcelableExtra(MediaStore.EXTRA_OUTPUT, Uri.class);
    assertThat(file).isNotNull();
    write(file);
  }

  private void write(Uri file) {
    Bitmap picture = Bitmap.createBitmap(64, 48, Bitmap.Config.ARGB_8888);
    shots++;
    picture.eraseColor(Color.rgb(shots * 37 % 256, 99, shots * 11 % 256));
    try (OutputStream out = activity.get().getContentResolver().openOutputStream(file)) {
      assertThat(out).isNotNull();
      picture.compress(Bitmap.CompressFormat.JPEG, 90, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String name(int id) {
    try {
      return id == View.NO_ID ? "none" : activity.get().getResources().getResourceEntryName(id);
    } catch (Resources.NotFoundException e) {
      return "id made at run time";
    }
  }

  private static List<View> list(@Nullable View within) {
    List<View> views = new ArrayList<>();
    if (within == null) {
      return views;
    }
    views.add(within);
    if (within instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        views.addAll(list(group.getChildAt(i)));
      }
    }
    return views;
  }
}
