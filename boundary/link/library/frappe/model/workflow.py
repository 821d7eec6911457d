"""What does the next step of a workflow do with a document?  It is stored, submitted or cancelled."""


def apply_workflow(doc, action):
    if __unknown__:
        doc.save()
    elif __unknown__:
        doc.submit()
    else:
        doc.cancel()
    return doc
