package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.os.Bundle;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.DividerItemDecoration;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import com.google.android.material.button.MaterialButton;
import dagger.hilt.android.AndroidEntryPoint;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 隐患台账. */
@AndroidEntryPoint(Fragment.class)
public final class HazardsFragment extends Hilt_HazardsFragment {
  /** The next rows are read when so few are left below. */
  private static final int AHEAD = 30;

  @Inject @Background Executor background;
  private HazardsViewModel model;

  public HazardsFragment() {
    super(R.layout.hazards);
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    model = new ViewModelProvider(this).get(HazardsViewModel.class);
    for (HazardFilter.Part part : HazardFilter.Part.values()) {
      ChoiceDialog.listen(this, part.name(), value -> model.filter(part, value));
    }
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.hazards_title);
    EditText search = view.findViewById(R.id.hazards_search);
    search.setText(model.filter().text());
    search.addTextChangedListener(new Typed(model::search));
    FilterChips chips =
        new FilterChips(view.findViewById(R.id.hazards_filters), part -> model.ask(part));
    HazardsAdapter adapter = new HazardsAdapter(this::open, background);
    list(view, adapter);
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            shown -> {
              chips.show(shown.filter(), shown.names());
              adapter.setToday(shown.today());
              adapter.submitList(shown.rows());
              show(view, shown);
            });
    model
        .asked()
        .observe(
            getViewLifecycleOwner(),
            asked -> {
              if (asked != null) {
                ask(asked);
              }
            });
  }

  private void list(View view, HazardsAdapter adapter) {
    RecyclerView list = view.findViewById(R.id.hazards_list);
    LinearLayoutManager rows = new LinearLayoutManager(requireContext());
    list.setLayoutManager(rows);
    list.setHasFixedSize(true);
    list.setItemAnimator(null);
    list.addItemDecoration(new DividerItemDecoration(requireContext(), RecyclerView.VERTICAL));
    list.setAdapter(adapter);
    list.addOnScrollListener(
        new RecyclerView.OnScrollListener() {
          @Override
          public void onScrolled(RecyclerView scrolled, int dx, int dy) {
            if (rows.findLastVisibleItemPosition() >= adapter.getItemCount() - AHEAD) {
              model.more();
            }
          }
        });
  }

  private void open(String subject) {
    Navigator.of(this).open(new Destination.Hazard(subject));
  }

  private void ask(HazardsViewModel.Asked asked) {
    model.answered();
    Context context = requireContext();
    List<ChoiceDialog.Choice> choices = new ArrayList<>();
    for (String value : asked.values()) {
      choices.add(
          new ChoiceDialog.Choice(
              value, FilterChips.label(context, asked.part(), value, asked.names())));
    }
    ChoiceDialog.ask(
        this,
        asked.part().name(),
        getString(FilterChips.name(asked.part())),
        choices,
        model.filter().value(asked.part()));
  }

  private void show(View view, HazardsState state) {
    boolean ready = state.status() == HazardsState.Status.READY;
    boolean failed = state.status() == HazardsState.Status.FAILED;
    boolean empty = ready && state.total() == 0;
    TextView total = view.findViewById(R.id.hazards_total);
    total.setText(
        ready
            ? getString(R.string.hazards_total, NumberFormat.getInstance().format(state.total()))
            : "");
    View box = view.findViewById(R.id.hazards_message_box);
    box.setVisibility(failed || empty ? View.VISIBLE : View.GONE);
    TextView message = view.findViewById(R.id.hazards_message);
    MaterialButton mend = view.findViewById(R.id.hazards_mend);
    boolean filtered = !state.filter().isAll();
    message.setText(
        failed
            ? R.string.hazards_error
            : filtered ? R.string.hazards_none_found : R.string.hazards_empty);
    mend.setVisibility(failed || filtered ? View.VISIBLE : View.GONE);
    mend.setText(failed ? R.string.ui_retry : R.string.hazards_clear);
    mend.setOnClickListener(
        button -> {
          if (failed) {
            model.refresh();
          } else {
            EditText search = view.findViewById(R.id.hazards_search);
            search.setText("");
            model.clear();
          }
        });
  }
}
