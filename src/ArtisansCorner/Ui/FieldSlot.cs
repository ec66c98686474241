namespace ArtisansCorner.Ui;

/// <summary>What the control inside a field needs, spread with @attributes: id, name, and its link to hint and error.</summary>
/// <param name="Id">The id the label points to.</param>
/// <param name="Attributes">id, name, aria-describedby, aria-invalid.</param>
public sealed record FieldSlot(string Id, IReadOnlyDictionary<string, object> Attributes);
