package cn.anxun.app.feature.tally;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Reportable;
import cn.anxun.core.indicator.TallyPreview;
import cn.anxun.core.ledger.FoldedRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says what was reported already, and what the ledger holds one by one. */
final class PreviewText {
  private final Context context;

  PreviewText(Context context) {
    this.context = context;
  }

  /** "" until something can be said. */
  String of(TallyState state) {
    TallyPreview preview = state.preview().orElse(null);
    Reportable measure = state.measure().orElse(null);
    if (preview == null || measure == null) {
      return "";
    }
    String unit = Labels.unit(context, measure.indicator().unit());
    List<String> lines = new ArrayList<>();
    for (FoldedRecord report : preview.reported()) {
      lines.add(reported(report, preview.replaced().filter(report::equals).isPresent(), unit));
    }
    if (preview.reported().isEmpty()) {
      lines.add(context.getString(R.string.tally_not_reported));
    }
    lines.add(
        preview.detailed().isEmpty()
            ? context.getString(R.string.tally_no_detail)
            : context.getString(
                R.string.tally_detail,
                Numbers.grouped(preview.detailed().size()),
                Numbers.grouped(preview.detail()),
                unit));
    if (!state.draft().quantity().isEmpty()) {
      BigDecimal quantity = new BigDecimal(state.draft().quantity());
      lines.add(
          context.getString(R.string.tally_added, Numbers.grouped(preview.added(quantity)), unit));
    }
    return String.join("\n", lines);
  }

  private String reported(FoldedRecord report, boolean isReplaced, String unit) {
    String quantity = report.fields().find(TallyReported.QUANTITY).map(Numbers::grouped).orElse("");
    return context.getString(
        isReplaced ? R.string.tally_replaces : R.string.tally_overlaps,
        Dates.full(context, report.date()),
        quantity,
        unit,
        report.fields().find(TallyReported.FROM).map(day -> Dates.full(context, day)).orElse(""),
        report.fields().find(TallyReported.UNTIL).map(day -> Dates.full(context, day)).orElse(""));
  }
}
