import { words } from '../../ui/lang.ts'

/** What the endpoints for the items of a plan do. */
export const planItemOperations = words({
  vi: {
    listPlanItems: 'Các mục của một kế hoạch',
    addPlanItem: 'Thêm một mục',
    changePlanItem: 'Sửa mục: từng khóa, giá trị đã thấy và giá trị mới',
    movePlanItem: 'Chuyển mục lên, xuống',
    placePlanItem: 'Chuyển mục sang mục chứa khác',
    splitPlanItem: 'Tách một mục',
    mergePlanItems: 'Gộp với mục đứng sau',
    removePlanItem: 'Xóa mục',
    restorePlanItem: 'Khôi phục mục đã xóa',
    undoPlanEdit: 'Hoàn tác việc sửa cuối của mình',
    redoPlanEdit: 'Làm lại việc vừa hoàn tác',
  },
  en: {
    listPlanItems: 'The items of a plan',
    addPlanItem: 'Add an item',
    changePlanItem: 'Change an item: key by key, the value seen and the value wanted',
    movePlanItem: 'Move an item up or down',
    placePlanItem: 'Put an item below another one',
    splitPlanItem: 'Split an item',
    mergePlanItems: 'Merge with the item behind it',
    removePlanItem: 'Remove an item',
    restorePlanItem: 'Restore a removed item',
    undoPlanEdit: 'Undo one’s own last edit',
    redoPlanEdit: 'Redo what was undone last',
  },
})
