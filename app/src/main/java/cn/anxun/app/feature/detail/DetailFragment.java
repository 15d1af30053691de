package cn.anxun.app.feature.detail;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.place.PointView;
import cn.anxun.app.record.Names;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.Numbers;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.place.FieldPoint;
import com.google.android.material.appbar.MaterialToolbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One record's fields in words. */
@AndroidEntryPoint(Fragment.class)
public final class DetailFragment extends Hilt_DetailFragment {
  private static final String TYPE = "type";
  private static final String SUBJECT = "subject";

  /** What the fold derives for itself, or is shown otherwise. */
  private static final Set<String> NOT_SHOWN =
      Set.of("month", "point", "where", RecordFields.SITE.name(), "record_kind");

  public DetailFragment() {
    super(R.layout.detail);
  }

  public static DetailFragment of(Destination.RecordDetail destination) {
    Bundle arguments = new Bundle();
    arguments.putString(TYPE, destination.type());
    arguments.putString(SUBJECT, destination.subject());
    DetailFragment fragment = new DetailFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    String type = Objects.requireNonNull(requireArguments().getString(TYPE));
    String subject = Objects.requireNonNull(requireArguments().getString(SUBJECT));
    MaterialToolbar bar = ScreenBar.show(this, view, R.string.detail_title);
    bar.setTitle(Labels.recordType(requireContext(), type));
    DetailViewModel model = new ViewModelProvider(this).get(DetailViewModel.class);
    model.read(subject);
    View papers = view.findViewById(R.id.detail_papers);
    papers.setVisibility(type.equals(Inspected.KIND.recordType()) ? View.VISIBLE : View.GONE);
    papers.setOnClickListener(tap -> Navigator.of(this).open(new Destination.Papers(subject)));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
  }

  private void show(View view, DetailState now) {
    TextView title = view.findViewById(R.id.detail_name);
    FoldedRecord record = now.record().orElse(null);
    ViewGroup rows = view.findViewById(R.id.detail_rows);
    rows.removeAllViews();
    if (record == null) {
      title.setText(
          now.reading()
              ? R.string.detail_reading
              : now.failed() ? R.string.detail_failed : R.string.detail_gone);
      return;
    }
    title.setText(Labels.record(requireContext(), record));
    row(rows, getString(R.string.detail_date), Dates.full(requireContext(), record.date()));
    if (!now.site().isEmpty()) {
      row(rows, Labels.field(requireContext(), RecordFields.SITE.name()), now.site());
    }
    for (Map.Entry<String, Json> field : record.fields().values().entrySet()) {
      String text =
          NOT_SHOWN.contains(field.getKey())
              ? ""
              : text(now.names(), record.type(), field.getKey(), field.getValue());
      if (!text.isEmpty()) {
        row(rows, Labels.field(requireContext(), field.getKey()), text);
      }
    }
    PointView.show(view, record.fields().find(RecordFields.POINT).flatMap(FieldPoint::read));
    if (now.photos() > 0) {
      row(rows, getString(R.string.detail_photos), Numbers.grouped(now.photos()));
    }
  }

  private void row(ViewGroup rows, String label, String value) {
    View row = getLayoutInflater().inflate(R.layout.detail_row, rows, false);
    ((TextView) row.findViewById(R.id.detail_label)).setText(label);
    ((TextView) row.findViewById(R.id.detail_value)).setText(value);
    rows.addView(row);
  }

  private String text(Names names, String type, String field, Json value) {
    if (value instanceof Json.Text text) {
      return text(names, type, field, text.value());
    }
    if (value instanceof Json.Num number) {
      return Numbers.grouped(number.value());
    }
    if (value instanceof Json.Flag flag) {
      return flag.value() ? getString(R.string.detail_yes) : "";
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof Json.Items items) {
      for (Json item : items.values()) {
        parts.add(text(names, type, field, item));
      }
    }
    return String.join("、", parts);
  }

  private String text(Names names, String type, String field, String value) {
    if (field.equals("measured")) {
      return Labels.recordType(requireContext(), value);
    }
    if (field.equals("measured_field")) {
      return Labels.field(requireContext(), value);
    }
    try {
      return value.length() == 10
          ? Dates.full(requireContext(), LocalDate.parse(value))
          : Labels.code(requireContext(), type, field, names.value(field, value));
    } catch (DateTimeParseException e) {
      return Labels.code(requireContext(), type, field, names.value(field, value));
    }
  }
}
