/** What is marked on the page of an element. A shadow root has a selection of its own, where the browser tells of it. */
export function selectionAround(element: Element): Selection | null {
  const root = element.getRootNode() as Node & Partial<Pick<Document, 'getSelection'>>;
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}
