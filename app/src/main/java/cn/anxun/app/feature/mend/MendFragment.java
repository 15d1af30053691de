package cn.anxun.app.feature.mend;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.form.DayPicker;
import cn.anxun.app.form.FieldView;
import cn.anxun.app.form.FieldViews;
import cn.anxun.app.form.Filled;
import cn.anxun.app.form.FormField;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.record.Records;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What the server did not take, why, and the field at fault to be filled in anew. */
@AndroidEntryPoint(Fragment.class)
public final class MendFragment extends Hilt_MendFragment
    implements FormScreen, FieldViews.Answers {
  private static final String ENTRY = "entry";

  @Inject Records records;

  private MendViewModel model;
  private DayPicker days;
  private @Nullable FieldView field;

  public MendFragment() {
    super(R.layout.mend);
  }

  /** The entry of this id. */
  public static MendFragment of(String entry) {
    Bundle arguments = new Bundle();
    arguments.putString(ENTRY, entry);
    MendFragment fragment = new MendFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.mend_title);
    model = new ViewModelProvider(this).get(MendViewModel.class);
    model.open(Objects.requireNonNull(requireArguments().getString(ENTRY)));
    days = new DayPicker(this, (name, day) -> set(name, Json.of(day.toString())));
    field = null;
    view.findViewById(R.id.mend_send).setOnClickListener(tap -> model.send());
    view.findViewById(R.id.mend_copy).setOnClickListener(tap -> copy());
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              if (now != null) {
                show(view, now);
              }
            });
    model
        .event()
        .observe(
            getViewLifecycleOwner(),
            event -> {
              if (event != null) {
                tell(view, event);
              }
            });
  }

  private void show(View view, MendState now) {
    view.findViewById(R.id.mend_body).setVisibility(View.VISIBLE);
    Fields before = now.refused().entry().fields();
    say(view, R.id.mend_number, before.text(RecordFields.NUMBER));
    say(
        view,
        R.id.mend_what,
        Labels.record(requireContext(), now.refused().entry().kind().recordType(), before));
    say(view, R.id.mend_reason, Labels.problem(requireContext(), now.why()));
    FormField asked = now.refused().field().orElse(null);
    say(view, R.id.mend_none, asked == null ? getString(R.string.mend_none) : "");
    if (asked == null) {
      return;
    }
    if (field == null) {
      ViewGroup into = view.findViewById(R.id.mend_field);
      field = new FieldViews(getLayoutInflater(), records, now.names(), this).make(asked, into);
      into.addView(field.view());
    }
    field.show(new Filled(now.fields(), now.site()), asked.name());
  }

  private static void say(View view, int id, String text) {
    TextView said = view.findViewById(id);
    said.setText(text);
    said.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }

  private void tell(View view, MendEvent event) {
    model.told();
    if (event == MendEvent.FAILED) {
      Snackbar.make(view, R.string.ui_unreadable, UndoBar.SHOWN_MILLIS).show();
      return;
    }
    View screen = requireActivity().findViewById(R.id.screen);
    Navigator.of(this).back();
    Snackbar.make(
            screen,
            event == MendEvent.MENDED ? R.string.mend_done : R.string.mend_gone,
            UndoBar.SHOWN_MILLIS)
        .show();
  }

  @Override
  public void set(String name, @Nullable Json value) {
    model.set(name, value);
  }

  @Override
  public void setSite(String subject, String name) {
    model.setSite(subject, name);
  }

  @Override
  public void activate(String name) {
    // There is one field, and its pad is open.
  }

  @Override
  public void chooseDay(String name) {
    days.ask(name, model.today());
  }

  /** For a person who would rather say it to the office. */
  private void copy() {
    MendState now = model.state().getValue();
    ClipboardManager clipboard =
        ContextCompat.getSystemService(requireContext(), ClipboardManager.class);
    if (now != null && clipboard != null) {
      clipboard.setPrimaryClip(
          ClipData.newPlainText(getString(R.string.mend_title), lines(now.fields())));
    }
  }

  private String lines(Fields fields) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Json> said : fields.values().entrySet()) {
      String value =
          said.getValue() instanceof Json.Text text
              ? text.value()
              : JsonText.write(said.getValue());
      lines.add(
          getString(R.string.mend_line, Labels.field(requireContext(), said.getKey()), value));
    }
    return String.join("\n", lines);
  }
}
