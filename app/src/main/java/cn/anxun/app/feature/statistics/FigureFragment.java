package cn.anxun.app.feature.statistics;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import com.google.android.material.appbar.MaterialToolbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records behind a figure, its gap first. */
@AndroidEntryPoint(Fragment.class)
public final class FigureFragment extends Hilt_FigureFragment {
  private static final String TITLE = "title";
  private static final String MEASURE = "measure";
  private static final String UNIT = "unit";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String FIELD = "field";
  private static final String LENGTH = "length";
  private static final String LABEL = "label";

  private FigureViewModel model;

  public FigureFragment() {
    super(R.layout.statistics_figure);
  }

  public static FigureFragment of(Destination.Figure asked) {
    Bundle arguments = new Bundle();
    arguments.putString(TITLE, asked.title());
    arguments.putString(MEASURE, asked.measure());
    arguments.putString(UNIT, asked.unit());
    arguments.putString(FROM, asked.from().toString());
    arguments.putString(UNTIL, asked.until().toString());
    arguments.putString(FIELD, asked.field());
    arguments.putInt(LENGTH, asked.length());
    arguments.putString(LABEL, asked.label());
    FigureFragment fragment = new FigureFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  private Destination.Figure asked() {
    Bundle arguments = requireArguments();
    return new Destination.Figure(
        get(arguments, TITLE),
        get(arguments, MEASURE),
        get(arguments, UNIT),
        LocalDate.parse(get(arguments, FROM)),
        LocalDate.parse(get(arguments, UNTIL)),
        get(arguments, FIELD),
        arguments.getInt(LENGTH),
        get(arguments, LABEL));
  }

  private static String get(Bundle arguments, String name) {
    return Objects.requireNonNull(arguments.getString(name));
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    MaterialToolbar bar = ScreenBar.show(this, view, R.string.statistics_title);
    bar.setTitle(asked().title());
    model = new ViewModelProvider(this).get(FigureViewModel.class);
    FigureRows rows =
        new FigureRows(
            record ->
                Navigator.of(this)
                    .open(new Destination.RecordDetail(record.type(), record.subject())));
    RecyclerView list = view.findViewById(R.id.statistics_records);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(rows);
    view.findViewById(R.id.statistics_retry).setOnClickListener(tap -> model.read(asked()));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, rows, now));
  }

  @Override
  public void onStart() {
    super.onStart();
    model.read(asked());
  }

  private void show(View view, FigureRows rows, FigureState now) {
    showIf(view.findViewById(R.id.statistics_progress), now.computing());
    showIf(view.findViewById(R.id.statistics_retry), now.failed());
    TextView message = view.findViewById(R.id.statistics_message);
    message.setText(
        now.computing()
            ? R.string.statistics_computing
            : now.failed() ? R.string.statistics_failed : R.string.statistics_no_records);
    showIf(message, now.rows().size() <= 1);
    rows.show(now);
  }

  private static void showIf(View view, boolean shown) {
    view.setVisibility(shown ? View.VISIBLE : View.GONE);
  }
}
