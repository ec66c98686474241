using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SetAsideAndConsign : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Contact",
                table: "Locations",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Share",
                table: "Locations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "Locations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Until",
                table: "ClosedPeriods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Reservations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WantedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecordedThrough = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reservations_Variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "Variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_ReturnsId",
                table: "StockMovements",
                column: "ReturnsId",
                filter: "\"ReturnsId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_TruedUp",
                table: "StockMovements",
                columns: new[] { "ShopId", "Day" },
                filter: "\"TrueUp\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_Open",
                table: "Reservations",
                column: "VariantId",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_ShopId_RecordedAt",
                table: "Reservations",
                columns: new[] { "ShopId", "RecordedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Reservations");

            migrationBuilder.DropIndex(
                name: "IX_StockMovements_ReturnsId",
                table: "StockMovements");

            migrationBuilder.DropIndex(
                name: "IX_StockMovements_TruedUp",
                table: "StockMovements");

            migrationBuilder.DropColumn(
                name: "Contact",
                table: "Locations");

            migrationBuilder.DropColumn(
                name: "Share",
                table: "Locations");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "Locations");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "ClosedPeriods");
        }
    }
}
