namespace ArtisansCorner.Shops;

/// <summary>What can be allowed in a shop; a role is a set of these, and one stands on every page and endpoint.</summary>
public enum Permission
{
    /// <summary>See figures, sales, stock and customers.</summary>
    View = 1,

    /// <summary>Record, refund and cancel sales.</summary>
    RecordSales = 2,

    /// <summary>Make and change products, and move stock.</summary>
    ManageStock = 3,

    /// <summary>Bring files in and undo that.</summary>
    Import = 4,

    /// <summary>Change the shop, its members and its tokens.</summary>
    ManageShop = 5,

    /// <summary>Write down what is spent, and change that.</summary>
    RecordExpenses = 6,
}

/// <summary>Which role may do what.</summary>
public static class Permissions
{
    /// <summary>Whether this role includes this permission.</summary>
    public static bool Allows(this Role role, Permission permission) => role switch
    {
        Role.Owner => true,
        Role.Maker => permission is Permission.View or Permission.RecordSales or Permission.ManageStock or Permission.Import or Permission.RecordExpenses,
        Role.Bookkeeper => permission is Permission.View,
        _ => false,
    };
}
