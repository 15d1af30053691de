package cn.anxun.app.place;

import android.content.ActivityNotFoundException;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;
import android.content.Intent;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Numbers;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.core.place.Gcj02;
import com.google.android.material.snackbar.Snackbar;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a record was made, on its page, from the layout {@code place_point}: how well it is known,
 * when and by what, with a button for each map app on the phone and both pairs of coordinates to be
 * copied.
 */
public final class PointView {
  private final View root;
  private final Context context;

  private PointView(View root) {
    this.root = root;
    this.context = root.getContext();
  }

  /** Shows the point, or nothing where there is none. */
  public static void show(View page, Optional<FieldPoint> point) {
    View root = page.findViewById(R.id.place_point);
    root.setVisibility(point.isPresent() ? View.VISIBLE : View.GONE);
    point.ifPresent(new PointView(root)::show);
  }

  private void show(FieldPoint point) {
    root.<TextView>findViewById(R.id.place_how).setText(how(point));
    root.<View>findViewById(R.id.place_point_mock)
        .setVisibility(point.mock() ? View.VISIBLE : View.GONE);
    String shown = Gcj02.of(point.latitude(), point.longitude()).coordinates();
    String stored = point.coordinates();
    boolean shifted = !shown.equals(stored);
    String pairs = context.getString(R.string.place_wgs84, stored);
    if (shifted) {
      pairs += '\n' + context.getString(R.string.place_gcj02, shown);
    }
    root.<TextView>findViewById(R.id.place_pairs).setText(pairs);
    showMaps(point);
    copies(R.id.place_copy, stored);
    copies(R.id.place_copy_gcj02, shown);
    root.<View>findViewById(R.id.place_copy_gcj02)
        .setVisibility(shifted ? View.VISIBLE : View.GONE);
  }

  private String how(FieldPoint point) {
    String accuracy =
        point.accuracyMetres() == 0
            ? context.getString(R.string.place_accuracy_unknown)
            : context.getString(
                R.string.place_accuracy, Numbers.grouped((long) Math.ceil(point.accuracyMetres())));
    String by =
        switch (point.provider()) {
          case "gps" -> context.getString(R.string.place_by_gps);
          case "network" -> context.getString(R.string.place_by_network);
          case "fused" -> context.getString(R.string.place_by_fused);
          default -> point.provider();
        };
    String at = point.at().equals(Instant.EPOCH) ? "" : Dates.moment(context, point.at());
    return (accuracy + '\n' + (at + ' ' + by).trim()).trim();
  }

  private void showMaps(FieldPoint point) {
    ViewGroup maps = root.findViewById(R.id.place_maps);
    maps.removeAllViews();
    String title = context.getString(R.string.place_mark);
    for (MapApp app : MapApp.values()) {
      app.intent(context.getPackageManager(), point, title)
          .ifPresent(intent -> addMap(maps, app, intent));
    }
    boolean none = maps.getChildCount() == 0;
    root.<View>findViewById(R.id.place_none_able).setVisibility(none ? View.VISIBLE : View.GONE);
  }

  private void addMap(ViewGroup maps, MapApp app, Intent intent) {
    Button button = (Button) LayoutInflater.from(context).inflate(R.layout.place_map, maps, false);
    button.setText(app.action);
    button.setOnClickListener(tap -> open(intent));
    maps.addView(button);
  }

  /** It may have gone since. */
  private void open(Intent intent) {
    try {
      context.startActivity(intent);
    } catch (ActivityNotFoundException | SecurityException e) {
      say(context.getString(R.string.place_no_map));
    }
  }

  private void copies(int id, String text) {
    root.<View>findViewById(id)
        .setOnClickListener(
            tap -> {
              ClipboardManager clipboard = context.getSystemService(ClipboardManager.class);
              if (clipboard != null) {
                clipboard.setPrimaryClip(
                    ClipData.newPlainText(context.getString(R.string.place_title), text));
                say(context.getString(R.string.place_copied, text));
              }
            });
  }

  private void say(String sentence) {
    Snackbar.make(root, sentence, UndoBar.SHOWN_MILLIS).setTextMaxLines(5).show();
  }
}
