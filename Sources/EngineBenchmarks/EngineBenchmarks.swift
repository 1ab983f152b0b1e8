// EngineBenchmarks: the embedded engine's critical and secondary paths, each as something that can be done once more, and the Pike corpus on
// which they are done. It measures what one operation takes and counts what it did; it compares nothing and judges nothing.
