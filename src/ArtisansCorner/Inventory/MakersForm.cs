using ArtisansCorner.Catalog;

namespace ArtisansCorner.Inventory;

/// <summary>The makers of a shop as they are being typed; the last, while it has no id, is a further one.</summary>
public sealed class MakersForm
{
    /// <summary>Which button was pressed: “save”, or “remove:” with an id.</summary>
    public string? Do { get; set; }

    /// <summary>Made with the form, so that sending it twice adds one maker.</summary>
    public Guid Token { get; set; }

    /// <summary>The makers.</summary>
    // The form's binder sets what was not sent to null.
    public List<MakersFormRow> Makers { get; set => field = value ?? []; } = [];

    /// <summary>The form of makers that are there, with room for another.</summary>
    public static MakersForm For(IEnumerable<MakerItem> makers) =>
        new() { Token = Guid.CreateVersion7(), Makers = [.. makers.Select(maker => new MakersFormRow { Id = maker.Id, Version = maker.Version, Name = maker.Name }), new MakersFormRow()] };

    /// <summary>What it says; the room for another may stay empty.</summary>
    public IReadOnlyList<NamedMaker> Read() => [.. Makers.Where(row => row.Id is not null || !string.IsNullOrWhiteSpace(row.Name)).Select(row => new NamedMaker(row.Id, row.Name, row.Id is null ? null : row.Version))];

    /// <summary>Whom the button takes off the list, if that is what it does.</summary>
    public Guid? Removes() => Do?.Split(':') is ["remove", var id] && Guid.TryParse(id, out var maker) ? maker : null;
}

/// <summary>A maker as it is being typed.</summary>
public sealed class MakersFormRow
{
    /// <summary>The maker, where it is there already.</summary>
    public Guid? Id { get; set; }

    /// <summary>The version that is changed; nothing: whichever it is.</summary>
    public int? Version { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
