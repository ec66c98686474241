using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WatchPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StockAlerts_Open",
                table: "StockAlerts");

            migrationBuilder.AddColumn<bool>(
                name: "IsMuted",
                table: "Variants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "Variants",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "LocationId",
                table: "StockAlerts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Threshold",
                table: "PlaceLevels",
                type: "INTEGER",
                nullable: true);

            // Found by what their rows say; accents of titles are taken off when they are written next.
            migrationBuilder.Sql("""
                UPDATE "Variants" SET "Search" = (SELECT SUBSTR(TRIM(p."NameSearch" || ' ' || LOWER("Variants"."Title") || ' ' || LOWER("Variants"."Sku")), 1, 400) FROM "Products" p WHERE p."Id" = "Variants"."ProductId");
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Variants_Search",
                table: "Variants",
                columns: new[] { "ShopId", "Id", "Search", "ProductId" },
                filter: "\"Unit\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockAlerts_LocationId",
                table: "StockAlerts",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_StockAlerts_Open",
                table: "StockAlerts",
                columns: new[] { "ShopId", "VariantId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL AND \"LocationId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockAlerts_OpenHere",
                table: "StockAlerts",
                columns: new[] { "ShopId", "VariantId", "LocationId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL AND \"LocationId\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_StockAlerts_Locations_LocationId",
                table: "StockAlerts",
                column: "LocationId",
                principalTable: "Locations",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_StockAlerts_Locations_LocationId",
                table: "StockAlerts");

            migrationBuilder.DropIndex(
                name: "IX_Variants_Search",
                table: "Variants");

            migrationBuilder.DropIndex(
                name: "IX_StockAlerts_LocationId",
                table: "StockAlerts");

            migrationBuilder.DropIndex(
                name: "IX_StockAlerts_Open",
                table: "StockAlerts");

            migrationBuilder.DropIndex(
                name: "IX_StockAlerts_OpenHere",
                table: "StockAlerts");

            migrationBuilder.DropColumn(
                name: "IsMuted",
                table: "Variants");

            migrationBuilder.DropColumn(
                name: "Search",
                table: "Variants");

            migrationBuilder.DropColumn(
                name: "LocationId",
                table: "StockAlerts");

            migrationBuilder.DropColumn(
                name: "Threshold",
                table: "PlaceLevels");

            migrationBuilder.CreateIndex(
                name: "IX_StockAlerts_Open",
                table: "StockAlerts",
                columns: new[] { "ShopId", "VariantId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL");
        }
    }
}
