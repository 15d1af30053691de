package cn.anxun.app.form;

import android.content.Context;
import android.view.View;
import android.widget.ArrayAdapter;
import android.widget.AutoCompleteTextView;
import android.widget.Filter;
import cn.anxun.app.R;
import cn.anxun.app.data.local.SiteItem;
import cn.anxun.app.record.Records;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site by a piece of name, number or pinyin initials; what was typed of it is kept too. */
final class SiteFieldView implements FieldView {
  private static final int OFFERED = 20;

  private final View view;
  private final AutoCompleteTextView text;
  private boolean showing;

  SiteFieldView(View view, FormField field, Records records, FieldViews.Answers answers) {
    this.view = view;
    TextInputLayout box = view.findViewById(R.id.form_text_box);
    box.setHint(FieldViews.label(view.getContext(), field));
    text = view.findViewById(R.id.form_text);
    text.setTag(field.name());
    Sites sites = new Sites(view.getContext(), records);
    text.setAdapter(sites);
    text.setOnItemClickListener(
        (list, row, position, id) -> {
          Site site = sites.getItem(position);
          if (site != null) {
            answers.setSite(site.subject(), site.name());
          }
        });
    Typing.bind(
        text,
        typed -> {
          if (!showing) {
            answers.setSite("", typed);
          }
        });
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    if (!text.getText().toString().equals(filled.site())) {
      showing = true;
      text.setText(filled.site(), false);
      showing = false;
    }
  }

  /** What is offered. */
  private record Site(String subject, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Searches off the main thread, as filters do. */
  private static final class Sites extends ArrayAdapter<Site> {
    private final transient Records records;

    Sites(Context context, Records records) {
      super(context, R.layout.form_suggestion, new ArrayList<>());
      this.records = records;
    }

    @Override
    public Filter getFilter() {
      return new Filter() {
        @Override
        protected FilterResults performFiltering(@Nullable CharSequence typed) {
          List<Site> found = new ArrayList<>();
          if (typed != null) {
            for (SiteItem item : records.searchSites(typed.toString(), 0, OFFERED)) {
              found.add(new Site(item.record().subject(), item.record().title()));
            }
          }
          FilterResults results = new FilterResults();
          results.values = found;
          results.count = found.size();
          return results;
        }

        @Override
        protected void publishResults(@Nullable CharSequence typed, FilterResults results) {
          clear();
          if (results.values instanceof List<?> found) {
            for (Object site : found) {
              add((Site) site);
            }
          }
          notifyDataSetChanged();
        }
      };
    }
  }
}
