"""Which rows belong to documents of Frappe's own DocTypes, and which are single ones?  For where they are not read.

They are those that applications store documents of, as they have been for many versions.
"""

from __future__ import annotations

from typing import Final

TABLES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "Address": (("links", "Dynamic Link"),),
    "Assignment Rule": (("users", "Assignment Rule User"), ("assignment_days", "Assignment Rule Day")),
    "Auto Repeat": (("repeat_on_days", "Auto Repeat Day"),),
    "Communication": (("timeline_links", "Communication Link"),),
    "Contact": (("links", "Dynamic Link"), ("email_ids", "Contact Email"), ("phone_nos", "Contact Phone")),
    "Custom Role": (("roles", "Has Role"),),
    "Dashboard": (("charts", "Dashboard Chart Link"), ("cards", "Number Card Link")),
    "Dashboard Chart": (("y_axis", "Dashboard Chart Field"), ("roles", "Has Role")),
    "DocType": (("fields", "DocField"), ("permissions", "DocPerm"), ("actions", "DocType Action"),
                ("links", "DocType Link"), ("states", "DocType State")),
    "Email Account": (("imap_folder", "IMAP Folder"),),
    "Email Queue": (("recipients", "Email Queue Recipient"),),
    "Event": (("event_participants", "Event Participants"),),
    "Module Profile": (("block_modules", "Block Module"),),
    "Newsletter": (("email_group", "Newsletter Email Group"), ("attachments", "Newsletter Attachment")),
    "Note": (("seen_by", "Note Seen By"),),
    "Notification": (("recipients", "Notification Recipient"),),
    "Page": (("roles", "Has Role"),),
    "Report": (("roles", "Has Role"), ("filters", "Report Filter"), ("columns", "Report Column")),
    "Role Profile": (("roles", "Has Role"),),
    "User": (("roles", "Has Role"), ("user_emails", "User Email"), ("block_modules", "Block Module"),
             ("defaults", "DefaultValue"), ("social_logins", "User Social Login"),
             ("role_profiles", "User Role Profile")),
    "User Group": (("user_group_members", "User Group Member"),),
    "User Type": (("user_doctypes", "User Document Type"), ("select_doctypes", "User Select Document Type"),
                  ("user_type_modules", "User Type Module")),
    "Web Form": (("web_form_fields", "Web Form Field"), ("list_columns", "Web Form List Column")),
    "Web Page": (("page_blocks", "Web Page Block"),),
    "Webhook": (("webhook_headers", "Webhook Header"), ("webhook_data", "Webhook Data")),
    "Workflow": (("states", "Workflow Document State"), ("transitions", "Workflow Transition")),
    "Workspace": (("charts", "Workspace Chart"), ("shortcuts", "Workspace Shortcut"), ("links", "Workspace Link"),
                  ("roles", "Has Role"), ("quick_lists", "Workspace Quick List"),
                  ("number_cards", "Workspace Number Card"), ("custom_blocks", "Workspace Custom Block")),
}  # fmt: skip
"""The tables of documents: the field, and the DocType of the rows."""
SINGLE: Final = frozenset(
    [
        *("About Us Settings", "Contact Us Settings", "Customize Form", "Document Naming Settings", "Domain Settings"),
        *("Google Settings", "LDAP Settings", "Log Settings", "Navbar Settings", "Portal Settings", "Print Settings"),
        *("SMS Settings", "Session Default Settings", "System Settings", "Website Script", "Website Settings"),
    ]
)
NUMBERED: Final = frozenset(["Auto Repeat", "Discussion Reply", "Discussion Topic", "Event", "SMS Log"])
"""Those of which documents get a number of a series."""
PERMITTING: Final = frozenset(
    ["Custom DocPerm", "Custom Role", "Module Profile", "Role Profile", "User", "User Permission"]
)
"""Those of which each change is noted, since it permits something."""
KEPT: Final[dict[str, str]] = {
    "__Auth": "frappe.utils.password", "__global_search": "frappe.utils.global_search",
    "tabComment": "frappe.core.doctype.comment.comment.Comment",
    "tabDeleted Document": "frappe.core.doctype.deleted_document.deleted_document.DeletedDocument",
    "tabSeries": "frappe.model.naming", "tabTag Link": "frappe.desk.doctype.tag_link.tag_link.TagLink",
    "tabVersion": "frappe.core.doctype.version.version.Version",
}  # fmt: skip
"""The tables in which Frappe keeps what it notes of documents of every DocType, and what of Frappe defines each."""
