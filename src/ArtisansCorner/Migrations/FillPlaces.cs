using Microsoft.EntityFrameworkCore.Migrations;

namespace ArtisansCorner.Migrations;

/// <summary>What the migration that brings places does to rows that were there before; the same SQL for both engines.</summary>
internal static class FillPlaces
{
    /// <summary>To be called at the end of its Up: names as they are compared, kinds, and what lies in each place as the sum of its movements.</summary>
    public static void FillPlacesFromMovements(this MigrationBuilder migrations)
    {
        migrations.Sql("""UPDATE "Locations" SET "NameKey" = lower("Name"), "Kind" = 1, "Version" = 1;""");
        migrations.Sql(
            """
            INSERT INTO "PlaceLevels" ("ShopId", "VariantId", "LocationId", "OnHand")
            SELECT "ShopId", "VariantId", "LocationId", SUM("Quantity") FROM "StockMovements" GROUP BY "ShopId", "VariantId", "LocationId";
            """);
    }
}
