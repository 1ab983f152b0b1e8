import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Transcript

/// All observations of a conversation, in order.
func observe(_ builder: ConversationBuilder) -> [Observation.Fact] {
  var conversation = Conversation()
  return builder.records.flatMap { conversation.consume($0) }.map(\.fact)
}

func anomalies(in builder: ConversationBuilder) -> [Anomaly] {
  observe(builder).compactMap { if case .anomaly(let anomaly) = $0 { anomaly } else { nil } }
}

func exchanges(in builder: ConversationBuilder) -> [Exchange] { Transcript(builder.records).exchanges }
