package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.Dialog;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.content.res.Resources;
import android.os.Bundle;
import android.view.View;
import android.widget.ListView;
import android.widget.TextView;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.appcompat.app.AlertDialog;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Touchables;
import com.google.zxing.client.android.Intents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowDialog;

/**
 * A person with the app in hand: taps what is shown, counting the taps, takes photos with the
 * phone's camera, and loses the process at will.
 */
public final class Phone implements AutoCloseable {
  private final Executor background;
  private final Camera camera = new Camera();
  private ActivityController<MainActivity> activity;
  private int taps;

  /** Opens the app, which leads where it leads. */
  public Phone(Executor background) {
    this.background = background;
    Camera.allow();
    FreshProcess.begin();
    activity = Robolectric.buildActivity(MainActivity.class).setup();
    settle();
  }

  /** Opens the app at this place. */
  public Phone(Executor background, Destination destination) {
    this.background = background;
    Camera.allow();
    FreshProcess.begin();
    activity = Robolectric.buildActivity(MainActivity.class).setup();
    activity.get().restart(destination);
    settle();
  }

  /** The app goes from the screen for good. */
  @Override
  public void close() {
    activity.pause().stop().destroy();
    settle();
  }

  /** How often something was tapped in the app, or in a picker that it opened. */
  public int taps() {
    return taps;
  }

  /** Goes to a screen from the one that is shown. */
  public void open(Destination destination) {
    activity.get().open(destination);
    settle();
  }

  public void back() {
    activity.get().back();
    settle();
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
    return Touchables.list(within, view -> view.getId() == id && view.isShown()).stream()
        .findFirst();
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
    for (View view : Touchables.list(within, each -> each instanceof TextView && each.isShown())) {
      texts.add(((TextView) view).getText().toString());
    }
    return texts;
  }

  /** The field of a form in which this is filled in, by its name in the entry. */
  public View field(String name) {
    View field = activity.get().getWindow().getDecorView().findViewWithTag(name);
    assertThat(field).as("the field %s", name).isNotNull();
    return field;
  }

  /** What a screen reader calls so, or begins to. */
  public View described(String start) {
    return Touchables.list(
            activity.get().getWindow().getDecorView(),
            view ->
                view.getContentDescription() != null
                    && view.getContentDescription().toString().startsWith(start))
        .stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing shown is described as " + start));
  }

  /** The text that the view of this id shows. */
  public String text(int id) {
    return ((TextView) find(id)).getText().toString();
  }

  /** Taps it; it must be there, and large enough for a glove. */
  public void tap(View view) {
    assertThat(view.isShown() && view.isEnabled()).as("shown: %s", name(view.getId())).isTrue();
    float density = view.getResources().getDisplayMetrics().density;
    int least = view.getResources().getDimensionPixelSize(R.dimen.target);
    assertThat(view.getHeight())
        .as("height of %s in px at density %s", name(view.getId()), density)
        .isGreaterThanOrEqualTo(least);
    assertThat(view.getWidth())
        .as("width of %s in px at density %s", name(view.getId()), density)
        .isGreaterThanOrEqualTo(least);
    taps++;
    assertThat(view.performClick()).as("may be tapped: %s", name(view.getId())).isTrue();
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
    tap(
        Touchables.list(
                within,
                view ->
                    view instanceof TextView shown
                        && view.isShown()
                        && shown.getText().toString().equals(text))
            .stream()
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("nothing shown says " + text + ", but " + texts(within))));
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

  public void type(int id, String text) {
    type(find(id), text);
  }

  public void type(View field, String text) {
    ((TextView) field).setText(text);
    settle();
  }

  /** The camera is open: takes a photo, and leaves it where it does not close by itself. */
  public void shoot() {
    tap(R.id.capture_shutter);
    if (shows(R.id.capture_done)) {
      tap(R.id.capture_done);
    }
  }

  /** Taps what opens the camera, and takes a photo with it. */
  public void shoot(View button) {
    tap(button);
    shoot();
  }

  /**
   * The picker of several photos has been opened: the person taps so many and then 完成, which count,
   * since no other way leads past them.
   */
  public void choosePhotos(int count) {
    camera.choose(activity.get(), count);
    taps += count + 1;
    settle();
  }

  /** The process is killed while the camera is open; the person comes back and takes the photo. */
  public void shootAfterKill() {
    assertThat(shows(R.id.capture_shutter)).as("the camera is open").isTrue();
    kill();
    shoot();
  }

  /** The person does not allow what the app has asked for. */
  public void refuse() {
    Camera.Asked asked = Camera.asked(activity.get());
    asked.answer(
        activity.get(),
        Activity.RESULT_OK,
        new Intent()
            .putExtra(
                ActivityResultContracts.RequestMultiplePermissions.EXTRA_PERMISSIONS,
                new String[] {Manifest.permission.CAMERA})
            .putExtra(
                ActivityResultContracts.RequestMultiplePermissions.EXTRA_PERMISSION_GRANT_RESULTS,
                new int[] {PackageManager.PERMISSION_DENIED}));
    settle();
  }

  /** The person has allowed the camera. */
  public static void allowCamera() {
    Camera.allow();
  }

  /** The scanner has been opened and sees this. */
  public void scan(String text) {
    Camera.asked(activity.get())
        .answer(
            activity.get(), Activity.RESULT_OK, new Intent().putExtra(Intents.Scan.RESULT, text));
    settle();
  }

  /** Another app sends this. */
  public void receive(Intent message) {
    activity.newIntent(message);
    settle();
  }

  /** The phone is turned on its side and back: the screen is made anew. */
  public void turn() {
    activity.recreate();
    settle();
  }

  /** Android kills the process, and the person comes back. */
  public void kill() {
    Bundle state = new Bundle();
    activity.pause().stop().saveInstanceState(state).destroy();
    FreshProcess.begin();
    activity = Robolectric.buildActivity(MainActivity.class).setup(state);
    settle();
  }

  private String name(int id) {
    try {
      return id == View.NO_ID ? "none" : activity.get().getResources().getResourceEntryName(id);
    } catch (Resources.NotFoundException e) {
      return "id made at run time";
    }
  }
}
