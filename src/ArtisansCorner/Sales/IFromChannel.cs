namespace ArtisansCorner.Sales;

/// <summary>A fact that a channel tells of under a number of its own, so that every file that has it brings it once.</summary>
public interface IFromChannel
{
    /// <summary>Which channel.</summary>
    Guid ChannelId { get; }

    /// <summary>What the channel calls it, or what it is told apart by; nothing when it was not told by the channel.</summary>
    string? ExternalId { get; }

    /// <summary>The import that brought it, or nothing.</summary>
    Guid? ImportId { get; }
}
