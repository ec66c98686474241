namespace ArtisansCorner.Shops;

/// <summary>A personal token for programs: acts as its user, in the user's shops, until it expires.</summary>
public sealed class ApiToken
{
    /// <summary>Its id, for lists.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, which is shown once and kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whether it may only read.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
