package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.view.View;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.entry.HazardFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Coded values and names in the language of the screen. */
final class Words {
  private Words() {}

  static boolean isChinese(Context context) {
    Locale locale = context.getResources().getConfiguration().getLocales().get(0);
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  static String of(Context context, CodeList.Item item) {
    return isChinese(context) || item.english().isEmpty() ? item.value() : item.english();
  }

  static String of(Context context, CodeList list, String value) {
    return list.find(value).map(item -> of(context, item)).orElse(value);
  }

  static String of(Context context, Checklist.Item item) {
    return isChinese(context) || item.english().isEmpty() ? item.text() : item.english();
  }

  static String of(Context context, Checklist list) {
    return isChinese(context) || list.english().isEmpty() ? list.label() : list.english();
  }

  /** The names that were typed into one line, apart. */
  static List<String> split(String typed) {
    List<String> names = new ArrayList<>();
    for (String name : typed.split("[、，,；;\\s]+", -1)) {
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The campaigns that were typed into one line; a name may hold spaces. */
  static List<String> splitCampaigns(String typed) {
    List<String> names = new ArrayList<>();
    for (String name : typed.split("[、，,；;\\n]+", -1)) {
      String trimmed = name.trim();
      if (!trimmed.isEmpty() && !names.contains(trimmed)) {
        names.add(trimmed);
      }
    }
    return names;
  }

  static String join(List<String> names) {
    return String.join("、", names);
  }

  /** 日常 · 巡查走访 · 与王五 · 专项. */
  static String line(Context context, Reference reference, Round round) {
    List<String> parts = new ArrayList<>();
    parts.add(of(context, reference.codes().get("inspection-check"), round.check()));
    parts.add(of(context, reference.codes().get("inspection-authority"), round.authority()));
    parts.add(
        round.partners().isEmpty()
            ? context.getString(R.string.inspection_round_alone)
            : context.getString(R.string.inspection_round_with, join(round.partners())));
    parts.addAll(round.campaigns());
    return String.join(" · ", parts);
  }

  /** 一般 · 消防 · 现场整改. */
  static String line(Context context, Reference reference, HazardDraft hazard) {
    String level =
        of(context, reference.codes().get("hazard-level"), hazard.fields().text(HazardFound.LEVEL));
    String category =
        of(
            context,
            reference.codes().get("hazard-category"),
            hazard.fields().text(HazardFound.CATEGORY));
    if (hazard.isFixedOnTheSpot()) {
      return context.getString(R.string.inspection_hazard_line_spot, level, category);
    }
    return hazard
        .deadline()
        .map(
            day ->
                context.getString(
                    R.string.inspection_hazard_line_due,
                    level,
                    category,
                    Dates.brief(context, day)))
        .orElseGet(() -> context.getString(R.string.inspection_hazard_line_none, level, category));
  }

  /** The hazard's text, or that it has none. */
  static String name(Context context, HazardDraft hazard) {
    return hazard.description().trim().isEmpty()
        ? context.getString(R.string.inspection_hazard_unnamed)
        : hazard.description();
  }

  static void showIf(View view, boolean shown) {
    view.setVisibility(shown ? View.VISIBLE : View.GONE);
  }
}
