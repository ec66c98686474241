namespace ArtisansCorner.Shops;

/// <summary>What a member is in a shop; stored by number.</summary>
public enum Role
{
    /// <summary>May do everything.</summary>
    Owner = 1,

    /// <summary>Makes and sells, but does not steer the shop.</summary>
    Maker = 2,

    /// <summary>Reads and exports, changes nothing.</summary>
    Bookkeeper = 3,
}
