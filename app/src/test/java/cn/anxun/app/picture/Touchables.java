package cn.anxun.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What may be tapped on a screen: at least 56 dp high and wide, and with words for a screen reader.
 */
public final class Touchables {
  private static final float LEAST_DP = 56;

  private Touchables() {}

  /** Fails where something that may be tapped is too small or has no words. */
  public static void check(String screen, View root) {
    float density = root.getResources().getDisplayMetrics().density;
    List<String> faults = new ArrayList<>();
    for (View view : list(root, Touchables::isTapped)) {
      float height = view.getHeight() / density;
      float width = view.getWidth() / density;
      if (isWhole(view) && (height < LEAST_DP - 0.5f || width < LEAST_DP - 0.5f)) {
        faults.add(named(view) + " is only " + width + " × " + height + " dp");
      }
      if (words(view).isEmpty()) {
        faults.add(named(view) + " has no words for a screen reader");
      }
    }
    assertThat(faults).as(screen).isEmpty();
  }

  /** Text that may be copied counts as clickable, but does nothing when it is tapped. */
  private static boolean isTapped(View view) {
    return view.isClickable()
        && view.isEnabled()
        && !(view instanceof TextView text && text.isTextSelectable());
  }

  /** Every view that is shown and of this sort, from top to bottom. */
  public static List<View> list(View root, Predicate<View> sort) {
    List<View> found = new ArrayList<>();
    collect(root, sort, found);
    return found;
  }

  /** What is shown with exactly this text or description; null where there is none. */
  public static @Nullable View find(View root, CharSequence words) {
    List<View> found =
        list(
            root,
            view ->
                (view instanceof TextView text && text.getText().toString().contentEquals(words))
                    || (view.getContentDescription() != null
                        && view.getContentDescription().toString().contentEquals(words)));
    return found.isEmpty() ? null : found.get(0);
  }

  /** Whether something is shown whose text contains this. */
  public static boolean shows(View root, CharSequence part) {
    return !list(
            root, view -> view instanceof TextView text && text.getText().toString().contains(part))
        .isEmpty();
  }

  private static void collect(View view, Predicate<View> sort, List<View> found) {
    if (view.getVisibility() != View.VISIBLE) {
      return;
    }
    if (sort.test(view)) {
      found.add(view);
    }
    if (view instanceof ViewGroup group) {
      for (int i = 0; i < group.getChildCount(); i++) {
        collect(group.getChildAt(i), sort, found);
      }
    }
  }

  /** Not cut by the end of a list that scrolls. */
  private static boolean isWhole(View view) {
    android.graphics.Rect seen = new android.graphics.Rect();
    return view.getGlobalVisibleRect(seen)
        && seen.height() == view.getHeight()
        && seen.width() == view.getWidth();
  }

  private static String words(View view) {
    StringBuilder words = new StringBuilder();
    for (View part : list(view, v -> true)) {
      if (part.getContentDescription() != null) {
        words.append(part.getContentDescription());
      }
      if (part instanceof TextView text) {
        words.append(text.getText()).append(text.getHint() == null ? "" : text.getHint());
      }
    }
    return words.toString();
  }

  private static String named(View view) {
    String id =
        view.getId() == View.NO_ID || view.getId() >>> 24 == 0
            ? view.getClass().getSimpleName()
            : view.getResources().getResourceEntryName(view.getId());
    return id + " \"" + words(view) + '"';
  }
}
