"""The web view's door: navigation only. Run it with `citations app` or `streamlit run app.py`."""

import streamlit as st

from citations.ui import assist, changes, fixes, location, new_audit, opportunities, overview

st.set_page_config(page_title="citations", page_icon=":material/fact_check:", layout="wide")
pages = [
    st.Page(overview.show, title="Overview", url_path="overview", default=True),
    st.Page(location.show, title="Location", url_path="location"),
    st.Page(changes.show, title="Changes", url_path="changes"),
    st.Page(fixes.show, title="Fixes", url_path="fixes"),
    st.Page(opportunities.show, title="Opportunities", url_path="opportunities"),
    st.Page(assist.show, title="Assist", url_path="assist"),
    st.Page(new_audit.show, title="New audit", url_path="new-audit"),
]
st.navigation(pages, position="top").run()
